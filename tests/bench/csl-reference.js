// SPDX-License-Identifier: GPL-3.0-or-later
//
// The reference engine as a peer of tests/bench/csl.py: a bibliography of all items, written
// once. It is loaded from where the caller has installed it and is no part of the product.
//
//   node csl-reference.js ENGINE-FOLDER STYLE.csl LOCALES ITEMS.json
'use strict';
const fs = require('fs');
const [folder, style, locales, items] = process.argv.slice(2);
const CSL = require(require.resolve('citeproc', { paths: [folder] }));

const list = JSON.parse(fs.readFileSync(items, 'utf8'));
const byId = new Map(list.map((item) => [String(item.id), item]));
const read = (tag) => {
  const file = `${locales}/locales-${tag}.xml`;
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : fs.readFileSync(`${locales}/locales-en-US.xml`, 'utf8');
};
const start = process.hrtime.bigint();
const engine = new CSL.Engine({ retrieveLocale: read, retrieveItem: (id) => byId.get(String(id)) }, fs.readFileSync(style, 'utf8'), 'en-US', true);
engine.setOutputFormat('html');
engine.updateItems([...byId.keys()]);
const [, entries] = engine.makeBibliography();
const seconds = Number(process.hrtime.bigint() - start) / 1e9;
process.stdout.write(JSON.stringify({ engine: CSL.PROCESSOR_VERSION, seconds, entries: entries.length }) + '\n');
for (const entry of entries) process.stdout.write(entry);
