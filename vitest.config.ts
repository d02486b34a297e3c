import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { findPostgres, makePostgresFolder } from './packages/server/test/temporary-postgres.ts';

const packages: TestProjectInlineConfiguration = {
  test: {
    name: 'packages',
    pool: 'forks',
    include: ['packages/*/src/**/*.test.ts', 'packages/*/test/**/*.test.ts', 'scripts/**/*.test.ts'],
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    sequence: { groupOrder: 0 },
  },
};

/** Whole servers and their official clients. Two at once: while one renders, the other often waits for its next poll. */
const e2e: TestProjectInlineConfiguration = {
  test: {
    name: 'e2e',
    pool: 'forks',
    include: ['e2e/**/*.test.ts'],
    maxWorkers: 2,
    testTimeout: 300_000,
    hookTimeout: 120_000,
    sequence: { groupOrder: 2 },
  },
};

export default defineConfig({ test: { projects: [packages, ...onPostgres(), e2e] } });

/** The server's integration tests once more, on PostgreSQL instead of PGlite. */
function onPostgres(): TestProjectInlineConfiguration[] {
  if (findPostgres() === undefined) {
    if (process.env.CI === 'true')
      throw new Error('PostgreSQL is missing, and CI=true asks for everything. See .ci/run.');
    console.warn('skipped: PostgreSQL is not installed; the server is tested on PGlite alone');
    return [];
  }
  const folder = makePostgresFolder();
  return [
    {
      test: {
        name: 'postgres',
        pool: 'forks',
        include: ['packages/server/test/**/*.test.ts'],
        globalSetup: ['packages/server/test/temporary-postgres.ts'],
        env: { DATABASE_URL_TEST: `postgres://postgres@localhost/postgres?host=${encodeURIComponent(folder)}` },
        maxWorkers: 2,
        testTimeout: 120_000,
        hookTimeout: 120_000,
        sequence: { groupOrder: 1 },
      },
    },
  ];
}
