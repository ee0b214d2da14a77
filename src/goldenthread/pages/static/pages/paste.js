// What is pasted from Word into <textarea data-markdown> keeps its headings, lists, tables and emphasis.
// Nothing else of it arrives: no colours, no pictures, no hidden text, no comments.

const LEFT_OUT = new Set(["STYLE", "SCRIPT", "META", "LINK", "TITLE", "IMG", "SVG", "OBJECT"]);
const EMPHASIS = { B: "**", STRONG: "**", I: "*", EM: "*", S: "~~", DEL: "~~", STRIKE: "~~" };
const BLOCKS = new Set(["P", "DIV", "SECTION", "ARTICLE", "BLOCKQUOTE", "BODY", "PRE"]);

const plain = (text) => text.replace(/[\s\u00a0]+/g, " ").replace(/[\\*_`[\]]/g, "\\$&");

function inline(node) {
  if (node.nodeType === Node.TEXT_NODE) return plain(node.textContent);
  if (node.nodeType !== Node.ELEMENT_NODE || LEFT_OUT.has(node.tagName)) return "";
  if (node.tagName === "BR") return "\n";
  // The bullet or number that Word writes as text.
  if (/mso-list:\s*Ignore/i.test(node.getAttribute("style") ?? "")) return "";
  const inside = [...node.childNodes].map(inline).join("");
  const mark = EMPHASIS[node.tagName];
  if (mark && inside.trim()) return inside.replace(/^(\s*)([\s\S]*?)(\s*)$/, `$1${mark}$2${mark}$3`);
  const address = node.tagName === "A" ? node.getAttribute("href") ?? "" : "";
  return /^https?:/.test(address) && inside.trim() ? `[${inside.trim()}](${address})` : inside;
}

function list(node, depth) {
  const isNumbered = node.tagName === "OL";
  const items = [...node.children].filter((child) => child.tagName === "LI");
  return items.map((item, place) => {
    const nested = [...item.children].filter((child) => /^[OU]L$/.test(child.tagName));
    const words = [...item.childNodes].filter((child) => !nested.includes(child)).map(inline).join("").trim();
    const sign = isNumbered ? `${place + 1}.` : "-";
    return [`${"   ".repeat(depth)}${sign} ${words}`, ...nested.map((inner) => list(inner, depth + 1))].join("\n");
  }).join("\n");
}

function table(node) {
  const rows = [...node.rows].map((row) => [...row.cells].map((cell) => inline(cell).trim().replace(/\s*\n\s*/g, " ").replace(/\|/g, "\\|")));
  const width = Math.max(...rows.map((row) => row.length));
  const line = (cells) => `| ${Array.from({ length: width }, (_, place) => cells[place] ?? "").join(" | ")} |`;
  const [head = [], ...body] = rows;
  return [line(head), line(Array(width).fill("---")), ...body.map(line)].join("\n");
}

function wordListItem(node) {
  const marker = [...node.querySelectorAll("[style]")].find((part) => /mso-list:\s*Ignore/i.test(part.getAttribute("style")));
  const depth = Number(/level(\d)/.exec(node.getAttribute("style") ?? "")?.[1] ?? 1) - 1;
  const isNumbered = /^\s*[\da-z]+[.)]/i.test(marker?.textContent ?? "");
  return `${"   ".repeat(depth)}${isNumbered ? "1." : "-"} ${inline(node).trim()}`;
}

function blocks(node) {
  const made = [];
  let words = "";
  const finish = () => {
    if (words.trim()) made.push(words.trim());
    words = "";
  };
  for (const child of node.childNodes) {
    const name = child.nodeType === Node.ELEMENT_NODE ? child.tagName : "";
    const block = blockOf(child, name);
    if (block === null) words += inline(child);
    else {
      finish();
      made.push(...block);
    }
  }
  finish();
  return made;
}

function blockOf(child, name) {
  if (/^H[1-6]$/.test(name)) return [`${"#".repeat(Number(name[1]))} ${inline(child).trim()}`];
  if (name === "UL" || name === "OL") return [list(child, 0)];
  if (name === "TABLE") return child.rows.length ? [table(child)] : [];
  if (name === "P" && /MsoListParagraph/.test(child.className)) return [wordListItem(child)];
  if (name === "BLOCKQUOTE") return [blocks(child).join("\n\n").replace(/^/gm, "> ")];
  return BLOCKS.has(name) ? blocks(child) : null;
}

export function markdownOf(html) {
  const parts = blocks(new DOMParser().parseFromString(html, "text/html").body);
  const isItem = (part) => /^\s*(-|\d+\.) /.test(part);
  return parts.reduce((text, part, place) => {
    if (!place) return part;
    return `${text}${isItem(part) && isItem(parts[place - 1]) ? "\n" : "\n\n"}${part}`;
  }, "");
}

document.addEventListener("paste", (event) => {
  const box = event.target.closest?.("textarea[data-markdown]");
  const html = event.clipboardData?.getData("text/html");
  if (!box || !html) return;
  event.preventDefault();
  const text = markdownOf(html) || event.clipboardData.getData("text/plain");
  // Unlike setting the value, this can be undone with the keyboard.
  if (!document.execCommand("insertText", false, text)) {
    box.setRangeText(text, box.selectionStart, box.selectionEnd, "end");
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }
});
