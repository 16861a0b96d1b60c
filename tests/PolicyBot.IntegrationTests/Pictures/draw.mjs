// Draws messages as Discord's client shows them, from their payloads: node draw.mjs APPROVED_FOLDER OUTPUT_FOLDER NAME [NAME…]
// Reads NAME.json, and NAME.png where an embed has a picture; writes all of them, one under another, as NAME-NAME….png.
// --captions FILE is a JSON object from a name to what the message answers: "ada used /ask", or "ada: what she wrote".
// Needs `npm install` in this folder, and Debian's packages chromium and pngquant; fonts-noto-core makes it look right.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { dataUrl, messageHtml } from './message.mjs';

const width = 640;
const scale = 1.5;
const here = import.meta.dirname;
const modules = pathToFileURL(join(here, 'node_modules')).href;

// Nothing may come from elsewhere than from this machine.
const policy = "default-src 'none'; script-src file: 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:";
const imports = {
  '@skyra/discord-components-core': `${modules}/@skyra/discord-components-core/dist/index.js`,
  '@lit/context': `${modules}/@lit/context/index.js`,
  '@lit/reactive-element': `${modules}/@lit/reactive-element/reactive-element.js`,
  '@lit/reactive-element/': `${modules}/@lit/reactive-element/`,
  'lit-element/lit-element.js': `${modules}/lit-element/lit-element.js`,
  'lit-html': `${modules}/lit-html/lit-html.js`,
  'lit-html/': `${modules}/lit-html/`,
  lit: `${modules}/lit/index.js`,
  'lit/': `${modules}/lit/`,
};

const page = messages => `<!doctype html><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<style>
  html { background: #313338; }
  body { display: flow-root; margin: 0; }
  ul { margin: 4px 0 0 16px; padding: 0; }
  li { margin-bottom: 4px; }
</style>
<script type="importmap">${JSON.stringify({ imports })}</script>
<template><discord-messages>${messages.join('')}</discord-messages></template>
<script type="module" src="${pathToFileURL(join(here, 'browser.mjs')).href}"></script>`;

const read = file => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (fault) {
    throw new Error(`${file} cannot be read as JSON: ${fault.message}`);
  }
};

const message = (folder, name, captions) => {
  const [json, png] = ['json', 'png'].map(e => join(folder, `${name}.${e}`));
  if (!existsSync(json)) throw new Error(`There is no ${json}: give the name of a payload in ${folder}, without ".json".`);
  const picture = existsSync(png) ? dataUrl('image/png', readFileSync(png)) : null;
  return messageHtml(read(json), captions[name], picture);
};

const run = (program, ...args) => {
  const { error, status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', timeout: 120_000, maxBuffer: 1 << 28 });
  if (error?.code === 'ENOENT') throw new Error(`There is no ${program}: install it, on Debian with "apt-get install ${program}".`);
  if (error) throw new Error(`${program} failed: ${error.message}`);
  if (status !== 0) throw new Error(`${program} failed with exit code ${status}: ${stderr.trim().split('\n').at(-1)}`);
  return stdout;
};

const browse = (url, temporary, ...args) => run(
  'chromium', '--headless', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  ...process.getuid?.() === 0 ? ['--no-sandbox'] : [], `--user-data-dir=${join(temporary, 'profile')}`,
  '--allow-file-access-from-files', '--hide-scrollbars', '--disable-lcd-text', '--font-render-hinting=none',
  `--force-device-scale-factor=${scale}`, '--virtual-time-budget=20000', ...args, url);

const draw = (html, file) => {
  const temporary = mkdtempSync(join(tmpdir(), 'pictures-'));
  try {
    const source = join(temporary, 'page.html');
    const shot = join(temporary, 'shot.png');
    writeFileSync(source, html);
    const url = pathToFileURL(source).href;
    const height = /<html[^>]* data-height="(\d+)"/.exec(browse(url, temporary, `--window-size=${width},600`, '--dump-dom'))?.[1];
    if (!height) throw new Error('The page did not draw: try "npm install" in the folder of this script again.');
    browse(url, temporary, `--window-size=${width},${height}`, `--screenshot=${shot}`);
    run('pngquant', '--force', '--strip', '--speed', '1', '--output', file, '64', shot);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
};

try {
  const { values, positionals } = parseArgs({ options: { captions: { type: 'string' } }, allowPositionals: true });
  const [folder, output, ...names] = positionals;
  if (names.length === 0) throw new Error('Usage: node draw.mjs APPROVED_FOLDER OUTPUT_FOLDER NAME [NAME…] [--captions FILE]');
  if (!existsSync(join(here, 'node_modules'))) throw new Error(`There is no node_modules: run "npm install" in ${here}.`);
  const captions = values.captions ? read(values.captions) : {};
  const html = page(names.map(n => message(folder, n, captions)));
  mkdirSync(output, { recursive: true });
  const file = join(output, `${names.join('-')}.png`);
  draw(html, file);
  console.log(file);
} catch (fault) {
  console.error(fault.message);
  process.exitCode = 1;
}
