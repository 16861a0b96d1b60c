// Runs in the page: loads the elements, mends where they fall behind Discord's client, and puts the messages in.
import {
  DiscordButton, DiscordCommand, DiscordEmbed, DiscordMessage, DiscordMessages, DiscordQuote, DiscordReply,
  DiscordStringSelectMenu,
} from '@skyra/discord-components-core';

const amend = (element, css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  element.elementStyles.push(sheet);
};

amend(DiscordMessages, ':host { background-color: #313338; border: none; }');
amend(DiscordMessage, `
  :host, :host([ephemeral]) { color: #dbdee1; padding-right: 48px; }
  .discord-message-timestamp, .discord-message-ephemeral { color: #949ba4; }`);
amend(DiscordCommand, ':host .discord-slash-command-name { color: #00a8fc !important; background: none; padding: 0; }');
amend(DiscordEmbed, `
  :host { color: #dbdee1; margin: 4px 0; }
  :host .discord-embed-wrapper { background-color: #2b2d31; border: none; }
  :host([image]) .discord-embed-wrapper { max-width: 432px; }
  :host .discord-embed-image { display: block; max-width: 400px; max-height: 300px; }
  slot[name='footer']::slotted(*) { grid-column: 1/1; }`);
amend(DiscordButton, `
  :host { max-width: 100%; }
  :host > *:first-child { height: auto; text-align: center; }
  .secondary { background-color: #4e5058; }`);
amend(DiscordReply, ':host .discord-replied-message-content { min-width: 0; overflow: hidden; }');
amend(DiscordStringSelectMenu, `
  :host { display: block; width: 400px; max-width: 100%; }
  .discord-string-select-menu { width: 100%; margin: 4px 0; background-color: #1e1f22; font-size: 14px; }`);
amend(DiscordQuote, '.discord-quote-divider { background-color: #4e5058; flex-shrink: 0; }');

document.body.append(document.querySelector('template').content.cloneNode(true));

const inside = root => [...root.querySelectorAll('*')].flatMap(e => [e, ...(e.shadowRoot ? inside(e.shadowRoot) : [])]);
await Promise.all(inside(document).map(e => e.updateComplete));
await Promise.all(inside(document).filter(e => e instanceof HTMLImageElement).map(e => e.decode()));
document.documentElement.dataset.height = Math.ceil(document.body.getBoundingClientRect().height);
