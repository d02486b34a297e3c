import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { REPOSITORY } from './server-process.ts';

/** What one client can do with the server, found out by tests of the unmodified client. */
export interface ClientSuite {
  /** A test, whose result is a row of `docs/compatibility.md`. */
  works(feature: string, test: () => Promise<void>): void;
  /** A row for what the client has no means for, or cannot for a reason of its own. @param proof That it is so. */
  lacks(feature: string, reason: string, proof: () => void | Promise<void>): void;
  /** To be called last: holds the results against the document. */
  end(): void;
}

interface Row {
  readonly feature: string;
  readonly result: string;
}

const DOCUMENT = join(REPOSITORY, 'docs/compatibility.md');
/** `npm run compatibility` writes the document; any other run fails when it would write another one. */
const isWriting = process.env.WRITE_COMPATIBILITY === 'true';

/**
 * @param packages Of the client, by the names that they are installed under, to the names that they have.
 * @param order Where its section stands in the document.
 */
export function clientSuite(order: number, packages: Readonly<Record<string, string>> | string): ClientSuite {
  const title =
    typeof packages === 'string'
      ? packages
      : Object.entries(packages)
          .map(([installed, name]) => `\`${name}\` ${versionOf(installed)}`)
          .join(' with ');
  const rows: Row[] = [];
  let isWhole = true;
  return {
    works(feature, test) {
      it(feature, async () => {
        const index = rows.push({ feature, result: 'fails' }) - 1;
        await test();
        rows[index] = { feature, result: 'works' };
      });
    },
    lacks(feature, reason, proof) {
      it(`${feature}: ${reason}`, async () => {
        await proof();
        rows.push({ feature, result: `– ${reason}` });
      });
    },
    end() {
      it('is in docs/compatibility.md as it went here', ({ task, skip }) => {
        const planned = task.suite?.tasks.filter(({ type }) => type === 'test').length ?? 0;
        isWhole = rows.length === planned - 1;
        // Some of it was asked for alone, so there is no whole to compare.
        if (!isWhole) skip();
        const written = sectionsOf(existsSync(DOCUMENT) ? readFileSync(DOCUMENT, 'utf8') : '');
        if (!isWriting) expect(written.get(order)).toBe(sectionOf(title, rows));
      });
      afterAll(() => {
        if (!isWriting || !isWhole) return;
        const written = sectionsOf(existsSync(DOCUMENT) ? readFileSync(DOCUMENT, 'utf8') : '');
        written.set(order, sectionOf(title, rows));
        writeFileSync(DOCUMENT, documentOf(written));
      });
    },
  };
}

function versionOf(installed: string): string {
  const folder = [join(REPOSITORY, 'e2e/node_modules'), join(REPOSITORY, 'node_modules')]
    .map((each) => join(each, installed, 'package.json'))
    .find((path) => existsSync(path));
  if (folder === undefined) throw new Error(`${installed} is not installed`);
  return (JSON.parse(readFileSync(folder, 'utf8')) as { version: string }).version;
}

const HEAD = `# Compatibility

Which clients work with this server, unmodified: only host and key are changed. Each row is a test in \`e2e/\` that ran
against a real server; \`npm run compatibility\` writes this page, and \`npm test\` fails when it says otherwise than the run.
A dash marks what does not work, with the reason; that it is so is a test, too.
`;

function sectionOf(title: string, rows: readonly Row[]): string {
  const lines = rows.map(({ feature, result }) => `| ${feature} | ${result} |`);
  return [`## ${title}`, '', '| Feature | Result |', '| --- | --- |', ...lines, ''].join('\n');
}

/** The number is in a comment before each section, so that a new version of a client takes the place of the old one. */
function sectionsOf(document: string): Map<number, string> {
  const parts = document.split(/<!-- (\d+) -->\n/).slice(1);
  return new Map(
    parts.flatMap((part, index) => (index % 2 === 0 ? [[Number(part), `${parts[index + 1]!.trimEnd()}\n`]] : [])),
  );
}

function documentOf(sections: ReadonlyMap<number, string>): string {
  const ordered = [...sections].sort(([a], [b]) => a - b);
  return [HEAD, ...ordered.map(([order, section]) => `<!-- ${order} -->\n${section}`)].join('\n');
}
