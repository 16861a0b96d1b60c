// Discord's Markdown as HTML, as far as a message of the bot uses it. All text is escaped; the tags are these alone.

const tags = { '**': 'strong', '__': 'u', '~~': 's', '*': 'em', '_': 'em' };
const span = /\\([^0-9A-Za-z\s])|`([^`]+)`|(\*\*|__|~~|\*|\b_)(?=\S)((?:\\.|(?!\3)[^\\])+)\3(?<!_(?=\w))/g;

export const escapeHtml = text => text.replace(/[&<>"']/g, c => `&#${c.codePointAt(0)};`);

/** A text without its escapes, and with nothing else read as markup. */
export const unescape = text => text.replace(/\\([^0-9A-Za-z\s])/g, '$1');

/** What stands in one line: escapes, bold, italics, underlining, strike-through and code. */
const inline = text => {
  let html = '';
  let end = 0;
  for (const match of text.matchAll(span)) {
    const [whole, escaped, code, mark, inside] = match;
    html += escapeHtml(text.slice(end, match.index));
    if (escaped) html += escapeHtml(escaped);
    else if (code) html += `<code>${escapeHtml(code)}</code>`;
    else html += `<${tags[mark]}>${inline(inside)}</${tags[mark]}>`;
    end = match.index + whole.length;
  }

  return html + escapeHtml(text.slice(end));
};

const blocks = [
  { line: /^> (.*)$/, html: lines => `<discord-quote><div>${lines.map(inline).join('<br>')}</div></discord-quote>` },
  { line: /^-# (.*)$/, html: lines => lines.map(l => `<discord-subscript>${inline(l)}</discord-subscript>`).join('') },
  { line: /^[-*] (.*)$/, html: lines => `<ul>${lines.map(l => `<li>${inline(l)}</li>`).join('')}</ul>` },
];

/** A whole text: quotations, small print, lists, and lines. A block takes the line break after it along. */
export const markdown = text => {
  const lines = text.split('\n');
  let html = '';
  for (let i = 0; i < lines.length;) {
    const block = blocks.find(b => b.line.test(lines[i]));
    if (!block) {
      html += `${inline(lines[i])}${++i < lines.length ? '<br>' : ''}`;
      continue;
    }

    const inside = [];
    for (let match; i < lines.length && (match = block.line.exec(lines[i])); i++) inside.push(match[1]);
    html += block.html(inside);
  }

  return html;
};
