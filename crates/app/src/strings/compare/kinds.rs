//! Kinds of disagreement.

postil_core::strings! {
    summary(differing: usize, all: usize) =
        "{differing} of {all} pairs differ. A pair is two people who have both tagged one paragraph.";
    times(n: usize) = "once" | "{n} times";
    opposite = "One is for, the other against.";
    side_neutral = "One takes a side, the other is neutral.";
    mixed_side = "One sees both sides, the other one.";
    stance_none = "One sees a stance, the other none.";
    other_answers = "Two other answers that are not the same.";
    kindred_themes = "Their answers do not differ. Their themes do, but they are part of the same main theme.";
    other_themes = "Their answers do not differ. Their themes do.";
}
