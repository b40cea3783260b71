//! The languages of a text.

postil_core::strings! {
    language = "Language";
}

// Their names.
postil_core::strings! {
    not_known = "Not known";
    amharic = "Amharic";
    arabic = "Arabic";
    armenian = "Armenian";
    bengali = "Bengali";
    bulgarian = "Bulgarian";
    burmese = "Burmese";
    catalan = "Catalan";
    chinese = "Chinese";
    croatian = "Croatian";
    czech = "Czech";
    danish = "Danish";
    dhivehi = "Dhivehi";
    dutch = "Dutch";
    english = "English";
    estonian = "Estonian";
    finnish = "Finnish";
    french = "French";
    georgian = "Georgian";
    german = "German";
    greek = "Greek";
    gujarati = "Gujarati";
    hebrew = "Hebrew";
    hindi = "Hindi";
    hungarian = "Hungarian";
    indonesian = "Indonesian";
    italian = "Italian";
    japanese = "Japanese";
    kannada = "Kannada";
    khmer = "Khmer";
    korean = "Korean";
    lao = "Lao";
    latvian = "Latvian";
    lithuanian = "Lithuanian";
    malayalam = "Malayalam";
    nko = "N’Ko";
    norwegian = "Norwegian";
    persian = "Persian";
    polish = "Polish";
    portuguese = "Portuguese";
    punjabi = "Punjabi";
    romanian = "Romanian";
    russian = "Russian";
    serbian = "Serbian";
    sinhala = "Sinhala";
    slovak = "Slovak";
    slovenian = "Slovenian";
    spanish = "Spanish";
    swahili = "Swahili";
    swedish = "Swedish";
    syriac = "Syriac";
    tamil = "Tamil";
    telugu = "Telugu";
    thai = "Thai";
    turkish = "Turkish";
    ukrainian = "Ukrainian";
    urdu = "Urdu";
    uzbek = "Uzbek";
    vietnamese = "Vietnamese";
    welsh = "Welsh";
}
