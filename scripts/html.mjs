// Reads just enough HTML for pages that we write ourselves, minified or not.

/** Every start tag named `name`, as written. */
export function tags(html, name) {
  const visible = html.replace(/<!--[\s\S]*?-->/g, "");
  return visible.match(new RegExp(`<${name}\\b(?:"[^"]*"|'[^']*'|[^>"'])*>`, "gi")) ?? [];
}

/** The value of an attribute of a start tag, or undefined. */
export function attribute(tag, name) {
  const found = new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, "i").exec(tag);
  return found?.[1] ?? found?.[2] ?? found?.[3];
}

/** The page's content security policy, as its `meta` element says it. */
export function policy(html) {
  const meta = tags(html, "meta").find((tag) => /^content-security-policy$/i.test(attribute(tag, "http-equiv") ?? ""));
  return meta && attribute(meta, "content");
}
