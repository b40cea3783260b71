//! The strings of codebooks that come as files.

postil_core::strings! {
    too_large(name: &str) = "“{name}” is too large to be a codebook. Nothing was changed.";
    not_imported(name: &str, why: &str) = "“{name}” was not imported. {why} Nothing was changed.";
    had_it(name: &str) = "You already have the codebook from “{name}”.";
    from_file = "taken from a file";
    replaced(name: &str, contents: &str) = "This article now uses the codebook from “{name}”: {contents}. What was \
                                            tagged stays: match its codes with the new ones in Codebook.";
    had_themes(name: &str) = "You already have all themes from “{name}”.";
    added(n: usize, name: &str) = "{n} theme from “{name}” was added." | "{n} themes from “{name}” were added.";
    had_more(n: usize) = " You already had {n} more.";
    rest_left_out(n: usize) = " And {n} more.";
    left_out(n: usize, named: &str, rest: &str) = " {n} thing was left out: {named}{rest}"
                                                | " {n} things were left out: {named}{rest}";
}
