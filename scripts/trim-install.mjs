// The package that brings Node keeps a second copy of what it unpacked (70 MB of headers, npm and manuals) beside the
// binary that it has already put in place. Nothing reads it.
import { existsSync, rmSync } from 'node:fs';

const node = new URL('../node_modules/node/', import.meta.url);
if (existsSync(new URL('bin/node', node))) rmSync(new URL('node_modules/', node), { recursive: true, force: true });
