//! The words of the sample’s codebook.

use crate::codebook::{
    beginnings::{Beginning, Options, Question, Words},
    sense::Sense,
};

/// The codebook of the sample article.
pub(super) static CODEBOOK: Beginning = Beginning {
    id: "postil-sample",
    name: "Visions of cyberspace",
    purpose: "For the sample article.",
    questions: &[Question(
        "the author",
        "the white paper’s vision of cyberspace",
        "What stance does the author take toward the white paper’s vision of cyberspace?",
        Options::Stances(&STANCES),
    )],
    themes: THEMES,
};

const STANCES: [(&str, Sense, &str); 5] = [
    (
        "s",
        Sense::For,
        "The author, openly or by implication, speaks in favour of what the question asks about, or of a part of it.",
    ),
    (
        "o",
        Sense::Against,
        "The author, openly or by implication, speaks against what the question asks about, or against a part of it.",
    ),
    (
        "m",
        Sense::Both,
        "The author speaks both for and against what the question asks about in the same paragraph, and neither side clearly wins.",
    ),
    (
        "n",
        Sense::Neutral,
        "The paragraph deals with what the question asks about, but the author only reports or explains it and takes no side.",
    ),
    (
        "x",
        Sense::None,
        "The paragraph is about something else, so the author neither takes a side on what the question asks about nor reports on it.",
    ),
];

const THEMES: &[Words] = &[
    Words(
        "sovereignty",
        "Cyber sovereignty",
        "The idea that each state may decide for itself how the internet is run and regulated on its own territory.",
        "A state’s right to choose its own path online, its control of networks at home, and objections to that control.",
        "Rules made between states: that is internet governance.",
        "Every country should be free to write its own laws for the web.",
    ),
    Words(
        "governance",
        "Internet governance",
        "How common rules for the internet are made, and who has a say in making them.",
        "Talks at the United Nations, international declarations, and arguments about equal terms for all states.",
        "What a single state does inside its own borders: that is cyber sovereignty.",
        "Small countries want a vote when rules for the net are drawn up.",
    ),
    Words(
        "data-security",
        "Data security",
        "The protection of information, whether of people, firms or states, against theft, misuse and loss.",
        "The safe keeping of data, personal privacy, and the question of which of the two should come first.",
        "Spying by one state on another, where nothing is said of how data are protected: that is espionage.",
        "The law tells hospitals how to keep patient records safe.",
    ),
    Words(
        "digital-economy",
        "Digital economy",
        "Business, technology and growth that depend on the internet, and the networks that make them possible.",
        "Online trade, the price of devices, the building of broadband, and rankings of internet development.",
        "Technology that is mentioned only as a weapon or as a tool for spying.",
        "Cheap phones let market traders take payments online.",
    ),
    Words(
        "rivalry",
        "Great-power rivalry",
        "Competition for power or influence between China and the United States or its partners.",
        "Two sides that accuse each other, try to outdo each other, or try to win over other countries.",
        "Paragraphs that name both but set neither against the other.",
        "Each capital blamed the other for making the net less safe.",
    ),
    Words(
        "cooperation",
        "Cooperation",
        "States working together on the internet, or being called on to do so.",
        "Partnerships, shared projects, help for poorer countries, and appeals to act together.",
        "States that merely take part in the same debate, without any call for joint work.",
        "Two neighbours laid a cable together and split the cost.",
    ),
    Words(
        "espionage",
        "Espionage",
        "Spying through computer networks by states, and what is said or revealed about it.",
        "The work of intelligence services online, leaks about surveillance, and accusations of spying.",
        "Ordinary online crime, and the protection of data in general.",
        "A report claimed that foreign agents had read the ministry’s mail.",
    ),
    Words(
        "openness",
        "Openness and rights",
        "The freedom of people to find, share and say things online, and limits on that freedom.",
        "Free expression, access to information across borders, censorship, and the rights of individual users.",
        "Freedom that belongs to states: that is cyber sovereignty.",
        "Readers could no longer reach the foreign news site.",
    ),
    Words(
        "image",
        "Image and leadership",
        "How a country presents itself to the world, and its claim or wish to lead.",
        "A country’s picture of itself, its reputation, and what others make of its ambitions.",
        "Mere facts about a country’s size or strength that nobody uses to impress.",
        "The minister called his country a model that others should follow.",
    ),
];
