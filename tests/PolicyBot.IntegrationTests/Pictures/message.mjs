// A message payload of Discord's HTTP API as the elements of @skyra/discord-components-core.
import { escapeHtml, markdown, unescape } from './markdown.mjs';

const ephemeral = 1 << 6;
const buttonStyles = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'destructive' };
const drawn = ['title', 'description', 'footer', 'color', 'image'];

const avatar = (letter, color) => dataUrl('image/svg+xml', `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">
  <rect width="40" height="40" fill="${color}"/>
  <text x="20" y="28" text-anchor="middle" font-family="Noto Sans,sans-serif" font-weight="bold" font-size="22" fill="#fff">
    ${escapeHtml(letter)}
  </text>
</svg>`);

export const dataUrl = (type, content) => `data:${type};base64,${Buffer.from(content).toString('base64')}`;

/** The message; the caption is "ada used /ask" or "ada: what she wrote", or nothing; the picture is a URL, or nothing. */
export const messageHtml = (payload, caption, picture) => `
  <discord-message author="PolicyBot" bot avatar="${avatar('§', '#008080')}" timestamp="Today at 9:00 AM"
    ${payload.flags & ephemeral ? 'ephemeral' : ''}>
    ${caption ? captionHtml(caption) : ''}
    ${(payload.embeds ?? []).map(e => embedHtml(e, picture)).join('')}
    <div slot="components">${(payload.components ?? []).map(componentHtml).join('')}</div>
  </discord-message>`;

const captionHtml = caption => {
  const [, name, command, words] = /^(\S+?)(?: used \/?(\S.*)|: (.+))$/.exec(caption)
    ?? fail(`The caption "${caption}" is neither "NAME used /COMMAND" nor "NAME: WORDS".`);
  const author = `slot="reply" author="${escapeHtml(name)}" avatar="${avatar(name[0].toUpperCase(), '#5865f2')}"`;
  return command
    ? `<discord-command ${author} command="${escapeHtml(command)}"></discord-command>`
    : `<discord-reply ${author}>${escapeHtml(words)}</discord-reply>`;
};

const embedHtml = (embed, picture) => {
  const unknown = Object.keys(embed).find(k => !drawn.includes(k));
  if (unknown) fail(`An embed has "${unknown}", which is not drawn yet.`);
  if (embed.image && !picture) fail(`An embed has the picture ${embed.image.url}, and no PNG of the message's name is beside it.`);
  // The element takes its title as plain text.
  const title = embed.title && unescape(embed.title);
  return `<discord-embed slot="embeds" color="#${(embed.color ?? 0x202225).toString(16).padStart(6, '0')}"
      ${title ? `embed-title="${escapeHtml(title)}"` : ''} ${embed.image ? `image="${picture}"` : ''}>
    ${embed.description ? `<discord-embed-description slot="description">${markdown(embed.description)}</discord-embed-description>` : ''}
    ${embed.footer ? `<discord-embed-footer slot="footer">${escapeHtml(embed.footer.text)}</discord-embed-footer>` : ''}
  </discord-embed>`;
};

const componentHtml = ({ type, style, label, disabled, placeholder = 'Make a selection', components }) => {
  switch (type) {
    case 1: return `<discord-action-row>${components.map(componentHtml).join('')}</discord-action-row>`;
    case 2: return `<discord-button type="${buttonStyles[style]}" ${disabled ? 'disabled' : ''}>${escapeHtml(label)}</discord-button>`;
    case 3: return `<discord-string-select-menu placeholder="${escapeHtml(placeholder)}"></discord-string-select-menu>`;
    default: return fail(`A component of type ${type} is not drawn yet.`);
  }
};

const fail = message => { throw new Error(message); };
