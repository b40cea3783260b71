// A class of 28 awkward files, from giving out to giving back, on the one screen that leads through it.

import { deflateRawSync } from "node:zlib";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { NAMES, awkward, given, seen } from "./awkward.mjs";
import { bytes, expect, test, unzip } from "./postil.mjs";

/** A zip file with these files in folders, compressed as any program does, with what a Mac puts beside them. */
function zipped(files) {
  const all = [...files.map((file, at) => [`9b/${at} ${file.name}`, file.buffer]), ["__MACOSX/9b/._x.postil.json", Buffer.from("x")], ["9b/.DS_Store", Buffer.from("x")]];
  const [parts, directory] = [[], []];
  let at = 0;
  for (const [name, content] of all) {
    const [packed, title] = [deflateRawSync(content), Buffer.from(name)];
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(1 << 11, 2);
    about.writeUInt16LE(8, 4);
    about.writeUInt32LE(packed.length, 14);
    about.writeUInt32LE(content.length, 18);
    about.writeUInt16LE(title.length, 22);
    const entry = Buffer.alloc(46);
    entry.write("PK\u0001\u0002", 0, "latin1");
    about.copy(entry, 6);
    entry.writeUInt32LE(at, 42);
    directory.push(entry, title);
    parts.push(Buffer.from("PK\u0003\u0004", "latin1"), about, title, packed);
    at += 30 + title.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", 0, "latin1");
  end.writeUInt16LE(all.length, 8);
  end.writeUInt16LE(all.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(at, 16);
  return { name: "9b.zip", mimeType: "application/zip", buffer: Buffer.concat([...parts, ...directory, end]) };
}

test("a class of 28 awkward files is collected at once, and one sentence says what came of it", async ({ tab }) => {
  const files = awkward(await given(tab));
  expect(files).toHaveLength(28);
  const [chooser] = await Promise.all([tab.page.waitForEvent("filechooser"), tab.button("Collect").click()]);
  await chooser.setFiles(files);
  await seen(tab);
  await expect(tab.page.getByRole("dialog")).toHaveCount(0);
  await expect(tab.role("heading", "Collect")).toBeFocused();
  // Names of the class say who is missing, and whom to ask.
  await tab.page.getByText("Names of the class").click();
  await tab.page.getByLabel("Who is expected").fill([...NAMES, "Sam Taylor", "Vera", "Xaver"].join("\n"));
  await tab.press("Tab");
  await expect(tab.page.getByText("Not handed in yet: Vera, Xaver.")).toBeVisible();
  await expect(tab.page.getByText("23 of 25 people have handed in.")).toBeVisible();
  await expect(tab.role("list", "Needs your attention")).toContainText("Ask Xaver for the file");
});

test("the same class comes as a zip file, and as a folder", async ({ tab, person }, info) => {
  const text = await given(tab);
  const files = awkward(text);
  await tab.page.getByLabel("Files handed in").setInputFiles(zipped(files));
  await seen(tab);

  const other = await person();
  await given(other);
  const folder = info.outputPath("9b");
  for (const [at, { name, buffer }] of [...files.entries(), [99, { name: ".DS_Store", buffer: Buffer.from("x") }]]) {
    const path = join(folder, at % 2 ? "one" : "two", name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, buffer);
  }
  await other.page.getByLabel("Folder handed in").setInputFiles(folder);
  await seen(other);
});

test("files that are dropped on Class are collected", async ({ tab }) => {
  const files = awkward(await given(tab)).slice(0, 3);
  await tab.drop(tab.role("heading", "Collect"), ...files);
  await expect(tab.page.getByText("All 3 files are in.")).toBeVisible();
});

test("by keyboard: two of one name get names of the teacher's own", async ({ tab }) => {
  const files = awkward(await given(tab));
  await tab.page.getByLabel("Files handed in").setInputFiles(files);
  await seen(tab);
  const names = tab.button("Another name for Sam Taylor");
  await names.first().focus();
  await tab.press("Enter");
  await expect(tab.page.getByLabel("Name shown here")).toBeFocused();
  await tab.press("Escape");
  await expect(names.first()).toBeFocused();
  await tab.press("Enter");
  await tab.page.keyboard.type("Sam of 9b");
  await tab.press("Enter");
  await expect(tab.button("Another name for Sam of 9b")).toBeFocused();
  await expect(tab.role("table", "Handed in")).toContainText("“Sam Taylor” in their file");
  await expect(tab.role("list", "Needs your attention")).not.toContainText("go by this name");
  await tab.reload();
  await expect(tab.role("table", "Handed in")).toContainText("Sam of 9b");
  await expect(tab.page.getByText("25 of 28 files are in, 3 need your attention.")).toBeVisible();
});

test("what was said of each file is still there after a reload, until it is taken off the list", async ({ tab }) => {
  await tab.page.getByLabel("Files handed in").setInputFiles(awkward(await given(tab)));
  await seen(tab);
  await tab.reload();
  await seen(tab);
  const off = tab.button("Take Vera.postil.json off the list");
  await off.focus();
  await tab.press("Enter");
  await expect(tab.page.getByText("25 of 27 files are in, 2 need your attention.")).toBeVisible();
  await expect(tab.role("heading", "Collect")).toBeFocused();
  await tab.reload();
  await expect(tab.page.getByText("25 of 27 files are in, 2 need your attention.")).toBeVisible();
  await expect(off).toHaveCount(0);
});

test("the link is there to be copied, and as a code for the wall", async ({ tab, person }) => {
  await given(tab);
  const link = tab.role("textbox", "Link for the class");
  await expect(link).toHaveValue(/#\/do\//);
  const code = tab.role("img", "QR code of the link for the class");
  await expect(code).toBeVisible();
  // What is painted is black on white with four squares of white around it, also in the dark.
  await tab.page.emulateMedia({ colorScheme: "dark" });
  const painted = await code.evaluate((svg) => {
    const side = svg.viewBox.baseVal.width;
    const [first] = svg.querySelector("path").getAttribute("d").match(/M\d+ \d+h\d+/);
    return { side, first, colours: [...svg.children].map((child) => getComputedStyle(child).fill) };
  });
  expect(painted.first).toBe("M4 4h7");
  expect((painted.side - 8 - 17) % 4).toBe(0);
  expect(painted.colours).toEqual(["rgb(255, 255, 255)", "rgb(0, 0, 0)"]);
  await tab.button("Show large").click();
  const wall = tab.role("dialog", "QR code of the link for the class");
  await expect(wall).toBeVisible();
  const size = tab.page.viewportSize();
  expect(await wall.boundingBox()).toEqual({ x: 0, y: 0, ...size });
  await tab.press("Escape");
  await expect(wall).toBeHidden();
  await expect(tab.button("Show large")).toBeFocused();
  const student = await person();
  await student.page.goto(await link.inputValue());
  await student.settle();
  await expect(student.role("dialog", "Open article")).toContainText("Of bees and keepers");
});

test("everybody gets a folder back, sorted and dated, that begins with what differs", async ({ tab }) => {
  const files = awkward(await given(tab));
  await tab.page.getByLabel("Files handed in").setInputFiles(files);
  await seen(tab);
  await expect(tab.button("Give back")).toBeDisabled();
  await tab.role("link", "Open the discussion").click();
  await expect(tab.page).toHaveURL(/#\/discuss/);
  await tab.press("PageDown", "PageDown", "PageDown", "PageDown");
  await tab.page.locator("label", { hasText: "neutral" }).last().click();
  await tab.page.getByRole("button", { name: /^Record/ }).click();
  await tab.saved();
  await tab.screen("Class");
  await expect(tab.page.getByText("Recorded so far: 1 of 7 paragraphs.")).toBeVisible();
  const [download] = await Promise.all([tab.page.waitForEvent("download"), tab.button("Give back").click()]);
  const zip = await bytes(download);
  const back = Object.keys(unzip(zip));
  expect(back).toHaveLength(48);
  const folders = [...new Set(back.map((name) => name.split("/")[0]))];
  expect(folders).toHaveLength(24);
  expect(folders).toEqual([...folders].sort((a, b) => a.localeCompare(b)));
  expect(folders).toContain("Sam Taylor - sam");
  expect(folders).toContain("Sam Taylor - sam 1");
  // Days since 1980, as the directory of a zip file has them.
  const entry = zip.readUInt32LE(zip.length - 22 + 16);
  expect((zip.readUInt16LE(entry + 14) >> 9) + 1980).toBe(new Date().getFullYear());
  await expect(tab.page.getByText("Feedback made today for 24 people.")).toBeVisible();
});
