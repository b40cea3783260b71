import { expect, test } from "./postil.mjs";

// Each title and first paragraph begins with a word in Latin letters, which must not decide.
const TEXTS = {
  ar: `TikTok وخصوصية الطلاب في المدارس

Instagram أيضا: في الصباح الباكر تفتح الأسواق أبوابها، ويبدأ الباعة في ترتيب بضائعهم.

يقول الكاتب إن المدينة تغيرت كثيرا، لكن الناس ما زالوا يلتقون كل مساء.`,
  he: `WhatsApp בבתי הספר של העיר

Instagram גם כן: הבוקר נפתחו השווקים והרוכלים סידרו את סחורתם לפני החנויות.

הכותב אומר שהעיר השתנתה מאוד, אבל האנשים עדיין נפגשים בכל ערב.`,
  ur: `Facebook اور طلبہ کی رازداری

Instagram پر بھی: صبح سویرے بازار کھل جاتے ہیں اور دکاندار اپنا سامان سجانے لگتے ہیں۔

مصنف کہتا ہے کہ شہر بہت بدل گیا ہے، مگر لوگ اب بھی ہر شام ملتے ہیں۔`,
};

const side = (locator) => locator.evaluate((element) => getComputedStyle(element).direction);

for (const [language, words] of Object.entries(TEXTS)) {
  test(`an article in ${language} that begins with a Latin word runs from right to left everywhere`, async ({ tab }) => {
    await tab.open();
    const dialog = await tab.preview(words);
    await expect(dialog.getByLabel("Language")).toHaveValue(language);
    await expect(dialog.getByRole("radiogroup", { name: "Direction" }).getByRole("radio", { name: "Right to left" })).toBeChecked();
    await dialog.getByRole("button", { name: "Open", exact: true }).click();
    const article = tab.page.getByRole("article");
    const look = async () => {
      await expect(article).toHaveAttribute("lang", language);
      await expect(article).toHaveAttribute("dir", "rtl");
      expect(await side(tab.title)).toBe("rtl");
      expect(await side(tab.paragraph(1).locator(".text"))).toBe("rtl");
    };
    await look();
    await tab.press("s", "j", "o");
    await tab.saved();
    await tab.reload();
    await look();
    await tab.page.evaluate(() => (location.hash = "#/report"));
    const printed = tab.page.getByText(words.split("\n")[2]).and(tab.page.locator(":visible"));
    await expect(printed).toHaveAttribute("lang", language);
    expect(await side(printed)).toBe("rtl");
    const open = await tab.dialog("Open article");
    const title = words.split("\n")[0];
    expect(await side(open.getByRole("button", { name: title, exact: true }))).toBe("rtl");
  });
}

test("what the letters do not say can be said in the preview, and stays", async ({ tab }) => {
  await tab.open();
  const dialog = await tab.preview("Ein Brief aus der Stadt\n\nDer erste Satz ist kurz.\n\nDer zweite Satz auch.");
  await expect(dialog.getByLabel("Language")).toHaveValue("");
  await dialog.getByLabel("Language").selectOption("German");
  await dialog.getByRole("button", { name: "Open", exact: true }).click();
  const article = tab.page.getByRole("article");
  await expect(article).toHaveAttribute("lang", "de");
  await expect(article).toHaveAttribute("dir", "ltr");
  await tab.reload();
  await expect(article).toHaveAttribute("lang", "de");
  const { file } = await tab.export();
  expect(JSON.parse(file.buffer.toString("utf8")).article.language).toBe("de");
});
