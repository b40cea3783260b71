# Prints a bundle as a table, one row a judgement: Rscript postil.R FILE.postil.json > table.csv
#
# A quote that is not what the paragraph says at its offsets is named on stderr, and the exit status is 1 then.

COLUMNS <- c("article", "number", "paragraph", "annotator", "name", "round", "kind", "question", "theme", "label",
             "value", "value_label", "confidence", "start", "end", "quote", "codebook", "created")

`%or%` <- function(value, other) if (length(value) == 0 || identical(value, "")) other else value
at <- function(items, id) if (is.list(items) && !is.null(id)) items[[id]]

plain <- function(item, field) { # A field that was edited later than most stands with a stamp of its own.
  value <- at(item, field)
  if (is.list(value)) value[["value"]] else value
}

find <- function(parent, field, id) { # A codebook of another program may have lists in place of objects by id.
  items <- at(parent, field)
  if (is.list(items) && is.null(names(items))) names(items) <- vapply(items, at, "", "id")
  at(items, id)
}

prompt <- function(question) if (length(question) > 0) {
  holder <- plain(question, "holder") %or% "the author"
  target <- plain(question, "target") %or% "the main claim"
  plain(question, "prompt") %or% paste0("What stance does ", holder, " take toward ", target, "?")
}

order_of <- function(stamp) { # As a text that sorts byte by byte.
  parts <- regmatches(stamp, regexec("^([0-9]+)-([0-9]+)-(.*)$", stamp))[[1]]
  sprintf("%016.0f-%010.0f-%s", as.numeric(parts[2]), as.numeric(parts[3]), parts[4])
}

time_of <- function(stamp) {
  milliseconds <- as.numeric(sub("-.*", "", stamp))
  second <- as.POSIXct(milliseconds %/% 1000, origin = "1970-01-01", tz = "UTC")
  sprintf("%s.%03.0fZ", format(second, "%Y-%m-%dT%H:%M:%S"), milliseconds %% 1000)
}

judgements <- function(record) { # What was taken back is no judgement: "not coded" is not "no theme applies".
  found <- list()
  add <- function(kind, said, under, ...) {
    found[[length(found) + 1]] <<- list(kind = kind, said = said, under = under, cells = list(...))
  }
  stances <- record[["stances"]]
  themes <- record[["themes"]]
  none <- if (isTRUE(record[["none_applies"]][["applies"]])) record[["none_applies"]]
  since <- if (is.null(none)) "" else order_of(none[["stamp"]])
  applying <- Filter(function(said) said[["applies"]] && order_of(said[["stamp"]]) > since, themes)
  for (id in names(stances)) {
    said <- stances[[id]]
    if (is.null(said[["option"]])) next
    add("stance", said, said, question = id, value = said[["option"]], confidence = said[["confidence"]])
  }
  for (id in names(applying)) add("theme", applying[[id]], applying[[id]], theme = id, value = "true")
  if (!is.null(none) && length(applying) == 0) add("none_applies", none, none, value = "true")
  for (said in record[["note"]][["texts"]]) {
    kind <- if (isTRUE(said[["private"]])) "private_note" else "note"
    if (said[["text"]] != "") add(kind, said, said, value = said[["text"]])
  }
  for (said in record[["evidence"]]) {
    span <- said[["span"]]
    if (is.null(span)) next
    supported <- at(stances, span[["question"]]) %or% at(themes, span[["theme"]])
    add("evidence", said, supported, question = span[["question"]], theme = span[["theme"]], value = span[["option"]],
        start = span[["start"]], end = span[["end"]], quote = span[["quote"]])
  }
  found
}

cell <- function(value) { # Quoted where RFC 4180 asks for it.
  text <- if (is.numeric(value)) sprintf("%.0f", value) else value %or% ""
  if (grepl("[\",\r\n]", text)) paste0("\"", gsub("\"", "\"\"", text, fixed = TRUE), "\"") else text
}

line <- function(cells) writeLines(paste(vapply(cells, cell, ""), collapse = ","), stdout(), "\r\n", useBytes = TRUE)
shown <- function(text) encodeString(text, quote = "'")

invisible(Sys.setlocale("LC_COLLATE", "C"))
json <- paste(readLines(commandArgs(TRUE)[1], encoding = "UTF-8", warn = FALSE), collapse = "\n")
# No text of R holds U+0000. With another character in its place all offsets stay as they are.
json <- gsub("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000", "\\1\\\\ufffd", json, perl = TRUE)
bundle <- jsonlite::parse_json(json)
article <- bundle[["article"]][["id"]]
codebook <- bundle[["codebook"]]
paragraphs <- Filter(function(block) block[["kind"]] != "heading", bundle[["article"]][["blocks"]])
ids <- vapply(paragraphs, at, "", "id")
texts <- c(setNames(lapply(paragraphs, at, "text"), ids), bundle[["unplaced"]])
wrong <- FALSE
line(COLUMNS)
for (layer in bundle[["layers"]]) {
  if (layer[["kind"]] %or% "reading" != "reading") next # Layers of other kinds count nowhere.
  annotator <- layer[["annotator"]]
  name <- plain(at(bundle[["people"]], annotator), "name")
  for (record in layer[["records"]]) {
    paragraph <- record[["paragraph"]]
    number <- if (paragraph %in% ids) match(paragraph, ids)
    for (found in judgements(record)) {
      version <- if ("codebook" %in% names(found$under)) found$under[["codebook"]] else layer[["codebook"]]
      # One id may mean two things in two codebooks; two versions of one codebook share their ids.
      book <- at(bundle[["codebooks"]], version) %or% codebook
      if (book[["id"]] == codebook[["id"]]) book <- codebook
      cells <- found$cells
      question <- cells[["question"]]
      theme <- cells[["theme"]]
      value <- cells[["value"]]
      asked <- find(book, "questions", question)
      label <- prompt(asked) %or% plain(find(book, "themes", theme), "label") %or% question %or% theme
      value_label <- if (!is.null(question)) plain(find(asked, "options", value), "label") %or% value
      start <- cells[["start"]]
      end <- cells[["end"]]
      quote <- cells[["quote"]]
      line(list(article, number, paragraph, annotator, name, layer[["round"]] %or% 1, found$kind, question, theme,
                label, value, value_label, cells[["confidence"]], start, end, quote, version,
                time_of(found$said[["stamp"]])))
      if (found$kind != "evidence") next
      # Offsets count code points, as R does, but from 0. A span that ends behind the text is wrong, too.
      there <- substring(at(texts, paragraph) %or% "", start + 1, end)
      if (there != quote || nchar(there) != end - start) {
        wrong <- TRUE
        message("paragraph ", paragraph, ", ", annotator, ": ", cell(start), " to ", cell(end), " is ", shown(there),
                ", not ", shown(quote))
      }
    }
  }
}
quit(status = wrong)
