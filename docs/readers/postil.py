"""Prints a bundle as a table, one row a judgement: python3 postil.py FILE.postil.json > table.csv

A quote that is not what the paragraph says at its offsets is named on stderr, and the exit status is 1 then.
"""
import csv, datetime, json, sys

COLUMNS = ("article", "number", "paragraph", "annotator", "name", "round", "kind", "question", "theme", "label",
           "value", "value_label", "confidence", "start", "end", "quote", "codebook", "created")
CELLS = ("question", "theme", "value", "confidence", "start", "end", "quote")

def plain(item, field):  # A field that was edited later than most stands with a stamp of its own.
    value = item.get(field)
    return value.get("value") if isinstance(value, dict) else value

def find(parent, field, id):  # A codebook of another program may have lists in place of objects by id.
    items = parent.get(field, {})
    return (items if isinstance(items, dict) else {item["id"]: item for item in items}).get(id, {})

def prompt(question):
    holder, target = plain(question, "holder") or "the author", plain(question, "target") or "the main claim"
    return question and (plain(question, "prompt") or f"What stance does {holder} take toward {target}?")

def order(stamp):
    milliseconds, counter, replica = stamp.split("-", 2)
    return int(milliseconds), int(counter), replica.encode()

def time(stamp):
    moment = datetime.datetime(1970, 1, 1) + datetime.timedelta(milliseconds=order(stamp)[0])
    return moment.isoformat(timespec="milliseconds") + "Z"

def judgements(record):  # What was taken back is no judgement: “not coded” is not “no theme applies”.
    stances, themes, none = (record.get(field, {}) for field in ("stances", "themes", "none_applies"))
    for id, said in stances.items():
        if said["option"] is not None:
            yield "stance", said, {"question": id, "value": said["option"], "confidence": said.get("confidence")}
    since = order(none["stamp"]) if none.get("applies") else (-1,)
    applying = [id for id, said in themes.items() if said["applies"] and order(said["stamp"]) > since]
    for id in applying:
        yield "theme", themes[id], {"theme": id, "value": "true"}
    if none.get("applies") and not applying:
        yield "none_applies", none, {"value": "true"}
    for said in record.get("note", {}).get("texts", []):
        if said["text"]:
            yield "private_note" if said.get("private") else "note", said, {"value": said["text"]}
    for said in record.get("evidence", {}).values():
        if said["span"]:
            span = {field: said["span"].get(field) for field in ("question", "theme", "start", "end", "quote")}
            supported = stances.get(span["question"]) or themes.get(span["theme"]) or {}
            yield "evidence", {**supported, **said}, {**span, "value": said["span"].get("option")}

with open(sys.argv[1], encoding="utf-8") as file:
    bundle = json.load(file)
article, codebook, wrong = bundle["article"]["id"], bundle["codebook"], False
paragraphs = [block for block in bundle["article"]["blocks"] if block["kind"] != "heading"]
numbers = {block["id"]: number for number, block in enumerate(paragraphs, 1)}
texts = {**bundle.get("unplaced", {}), **{block["id"]: block["text"] for block in paragraphs}}
sys.stdout.reconfigure(encoding="utf-8", newline="")
table = csv.writer(sys.stdout)
table.writerow(COLUMNS)
for layer in bundle["layers"]:
    annotator, round = layer["annotator"], layer.get("round", 1)
    name = plain(bundle["people"].get(annotator, {}), "name")
    # Layers of other kinds count nowhere.
    for record in layer["records"] if layer.get("kind", "reading") == "reading" else []:
        paragraph = record["paragraph"]
        for kind, said, cells in judgements(record):
            version = said.get("codebook", layer.get("codebook"))
            # One id may mean two things in two codebooks; two versions of one codebook share their ids.
            book = bundle.get("codebooks", {}).get(version, codebook)
            book = codebook if book["id"] == codebook["id"] else book
            question, theme, value, confidence, start, end, quote = map(cells.get, CELLS)
            asked = find(book, "questions", question)
            label = prompt(asked) or plain(find(book, "themes", theme), "label") or question or theme
            value_label = question and (plain(find(asked, "options", value), "label") or value)
            table.writerow((article, numbers.get(paragraph), paragraph, annotator, name, round, kind, question, theme,
                            label, value, value_label, confidence, start, end, quote, version, time(said["stamp"])))
            # Offsets count code points, as indices do here. A span that ends behind the text is wrong, too.
            there = texts.get(paragraph, "")[start:end]
            if kind == "evidence" and (there != quote or len(there) != end - start):
                wrong = True
                place = f"paragraph {paragraph}, {annotator}: {start} to {end}"
                print(f"{place} is {there!r}, not {quote!r}", file=sys.stderr)
sys.exit(wrong)
