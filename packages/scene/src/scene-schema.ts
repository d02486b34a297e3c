import type { z } from 'zod';
import { SCENE_VERSION, Scene, type SceneActor } from './scene.ts';

/** A scene, or what is wrong with it. `path` is empty where it is the whole. */
export type SceneReading =
  | { readonly scene: Scene }
  | { readonly fault: { readonly path: string; readonly message: string } };

/** Plain JSON that says it is a scene, of whatever version. */
export type RawScene = Readonly<Record<string, unknown>>;

/** The step at index k makes version k + 2 of version k + 1. */
type Migrations = readonly ((scene: RawScene) => RawScene)[];
const MIGRATIONS: Migrations = [];

const PROMPT_CHARACTERS_MAX = 8000;
/** Of what the schema leaves open: names, attributes, details of a set. */
const WORD_CHARACTERS_MAX = 500;
const WORDS_MAX = 64;

/**
 * Reads a scene that anybody may have written: of an older version, without what has a default, or not a scene at all.
 * Total: never throws. What it gives is what every reader of a scene can rely on.
 * @param migrations Those of this version, but for tests.
 */
export function readScene(value: unknown, migrations: Migrations = MIGRATIONS): SceneReading {
  const versioned = bringOver(value, migrations);
  if ('fault' in versioned) return versioned;
  const long = longList(versioned.raw);
  if (long !== undefined) return long;
  const { success, data, error } = Scene.safeParse(versioned.raw);
  if (!success) return toFault(error.issues[0]!, versioned.raw);
  return wordFault(data) ?? tieFault(data.actors) ?? { scene: data };
}

/**
 * The scene with texts that any database or reader can hold, and without breaks: each is a name or a line. Then its JSON
 * escapes nothing but quotes and backslashes, and whoever judges its words sees them.
 */
export function cleanScene(scene: Scene): Scene {
  return cleanTexts(scene);
}

function cleanTexts<T>(value: T): T {
  if (typeof value === 'string')
    return value
      .replaceAll('\0', '')
      .replaceAll(/\p{Cc}/gu, ' ')
      .toWellFormed() as T;
  if (Array.isArray(value)) return value.map((item: unknown) => cleanTexts(item)) as T;
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cleanTexts(item)])) as T;
}

function bringOver(value: unknown, migrations: Migrations): { readonly raw: RawScene } | { fault: Fault } {
  if (!isRecord(value)) return fault('', `expected an object, got ${shortly(value)}`);
  const { version } = value;
  const newest = migrations.length + 1;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    const came = version === undefined ? 'it is missing' : `got ${shortly(version)}`;
    return fault('version', `expected ${newest}, the version of scenes (${came})`);
  }
  if (version > newest)
    return fault('version', `this server reads scenes up to version ${newest}, and this is a newer one (${version})`);
  let raw: RawScene = value;
  for (const [index, step] of migrations.slice(version - 1).entries())
    raw = { ...step(raw), version: version + index + 1 };
  // Of a test's own steps the last one leads to the version that the schema knows.
  return { raw: migrations === MIGRATIONS ? raw : { ...raw, version: SCENE_VERSION } };
}

type Fault = { readonly path: string; readonly message: string };

function fault(path: string, message: string): { readonly fault: Fault } {
  return { fault: { path, message } };
}

/** The schema would look at each element before anybody counts them. */
function longList(raw: RawScene): { readonly fault: Fault } | undefined {
  const lists: [string, unknown][] = Object.entries(raw);
  if (Array.isArray(raw.actors)) {
    for (const [index, actor] of raw.actors.slice(0, WORDS_MAX).entries())
      if (isRecord(actor)) lists.push([`actors[${index}].attributes`, actor.attributes]);
  }
  const long = lists.find(([, list]) => Array.isArray(list) && list.length > WORDS_MAX);
  return long && fault(nameShortly(long[0]), `may hold at most ${WORDS_MAX} items, got ${(long[1] as []).length}`);
}

function toFault(issue: z.core.$ZodIssue, raw: RawScene): { readonly fault: Fault } {
  if (issue.code === 'unrecognized_keys') {
    const path = pathOf([...issue.path, issue.keys[0] ?? '']);
    return fault(path, 'is no part of a scene; check its spelling, or leave it out');
  }
  const value = issue.path.reduce<unknown>((at, key) => (isObject(at) ? at[key as string] : undefined), raw);
  const came = value === undefined ? 'it is missing' : `got ${shortly(value)}`;
  return fault(pathOf(issue.path), `${expectation(issue)} (${came})`);
}

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `expected ${issue.expected === 'string' ? 'text' : `${issue.expected}`}`;
    case 'invalid_value':
      return `expected one of: ${issue.values.map(String).join(', ')}`;
    case 'invalid_format':
      return 'expected a colour such as #ff8800, in lower case';
    case 'too_big':
      return `must be at most ${issue.maximum}${unitOf(issue.origin)}`;
    case 'too_small':
      return `must be at least ${issue.minimum}${unitOf(issue.origin)}`;
    default:
      return issue.message;
  }
}

function unitOf(origin: string): string {
  return origin === 'array' ? ' items' : origin === 'string' ? ' characters' : '';
}

/** What the schema does not say: how long its words are. */
function wordFault({ prompt, setDetails, substitutions, actors }: Scene): { readonly fault: Fault } | undefined {
  if (prompt.length > 2 * PROMPT_CHARACTERS_MAX || [...prompt].length > PROMPT_CHARACTERS_MAX)
    return fault('prompt', `must be at most ${PROMPT_CHARACTERS_MAX} characters (got ${prompt.length})`);
  const words: [string, string][] = [
    ...setDetails.map((word, index) => [`setDetails[${index}]`, word] as [string, string]),
    ...substitutions.flatMap(({ word, by }, index): [string, string][] => [
      [`substitutions[${index}].word`, word],
      [`substitutions[${index}].by`, by],
    ]),
    ...actors.flatMap(wordsOf),
  ];
  const long = words.find(([, word]) => word.length > WORD_CHARACTERS_MAX);
  return long && fault(long[0], `must be at most ${WORD_CHARACTERS_MAX} characters (got ${long[1].length})`);
}

function wordsOf({ id, word, thing = '', attributes, relation }: SceneActor, index: number): [string, string][] {
  const at = `actors[${index}]`;
  return [
    [`${at}.id`, id],
    [`${at}.word`, word],
    [`${at}.thing`, thing],
    [`${at}.relation.to`, relation?.to ?? ''],
    [`${at}.relation.and`, relation?.and ?? ''],
    ...attributes.map((attribute, k): [string, string] => [`${at}.attributes[${k}]`, attribute]),
  ];
}

/** What the schema does not say: whose name is whose, and that nothing rides on itself. */
function tieFault(actors: readonly SceneActor[]): { readonly fault: Fault } | undefined {
  const carriers = new Map<string, string | undefined>();
  for (const [index, { id, relation }] of actors.entries()) {
    if (carriers.has(id))
      return fault(`actors[${index}].id`, `must be another than that of an actor before it (got ${shortly(id)})`);
    carriers.set(id, relation?.to);
  }
  for (const [index, { id, relation }] of actors.entries()) {
    if (relation === undefined) continue;
    if (relation.and !== undefined && !carriers.has(relation.and))
      return fault(`actors[${index}].relation.and`, `no actor has the id ${shortly(relation.and)}`);
    const path = `actors[${index}].relation.to`;
    if (!carriers.has(relation.to)) return fault(path, `no actor has the id ${shortly(relation.to)}`);
    let at: string | undefined = relation.to;
    for (let steps = 0; at !== undefined && steps <= actors.length; steps++) at = carriers.get(at);
    if (at !== undefined) return fault(path, `${shortly(id)} is tied to itself by way of ${shortly(relation.to)}`);
  }
  return undefined;
}

/** `actors[0].motion.kind`. */
function pathOf(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${nameShortly(String(key))}`))
    .join('')
    .replace(/^\./, '');
}

function nameShortly(name: string): string {
  return name.length > 120 ? `${name.slice(0, 120)}…` : name;
}

function isRecord(value: unknown): value is RawScene {
  return isObject(value) && !Array.isArray(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function shortly(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  if (Array.isArray(value)) return 'a list';
  return isObject(value) ? 'an object' : String(value);
}
