import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** A PostgreSQL on which databases may be made and dropped. The suite runs on PGlite when it is not set. */
const SERVER_URL = process.env.DATABASE_URL_TEST;

/** @returns undefined for PGlite. */
export async function createDatabase(): Promise<string | undefined> {
  if (SERVER_URL === undefined) return undefined;
  const name = `openimagine_test_${randomUUID().replaceAll('-', '')}`;
  await onServer(`create database ${name}`);
  const url = new URL(SERVER_URL);
  url.pathname = `/${name}`;
  return url.href;
}

export async function dropDatabase(url: string | undefined): Promise<void> {
  if (url !== undefined) await onServer(`drop database ${new URL(url).pathname.slice(1)} with (force)`);
}

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: SERVER_URL });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
