import { createChildPool } from '../src/child-pool.ts';

/** Starts one child that hangs and one that idles, prints their pids, and waits to be killed. */
const pool = createChildPool({ entry: new URL('./echo-child.ts', import.meta.url), size: 2 });
await pool.warm();
pool.run('hang', null).catch(() => {});
console.log(pool.pids().join(' '));
setInterval(() => {}, 1000);
