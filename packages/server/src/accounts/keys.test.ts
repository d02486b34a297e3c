import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestEngine } from '../../test/test-engine.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { createKeyStore } from './keys.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer(createTestEngine());
});
afterAll(() => server.close());

it('a key that another process revoked is not kept alive by a clock that is set back', async () => {
  const { database, randomUUID } = server.context;
  const shared = { ...database, query: database.query, kind: 'postgres' as const };
  const time = { ms: Date.now() };
  const chance = { now: () => new Date(time.ms), randomUUID };
  const [here, there] = [createKeyStore(shared, chance), createKeyStore(shared, chance)];
  const { apiKey, key } = await here.create({ teamId: server.caller.teamId, name: 'shared' });
  await here.authenticate(key);
  await there.revoke(apiKey.teamId, apiKey.id);
  time.ms -= 3_600_000;
  await expect(here.authenticate(key)).rejects.toMatchObject({ code: 'unauthenticated' });
});
