import type { ActorKind, Change, Motion, Relation, SceneActor, SetKind } from '../scene.ts';

/** A noun that can stand in the picture. */
export interface NounMeaning {
  readonly kind: ActorKind;
  /** False for a near kin that the model only resembles: a corgi is drawn as a dog. */
  readonly same: boolean;
  /** Key of the rendered emoji, for `thing`. */
  readonly thing?: string;
  readonly color?: string;
  readonly size?: number;
  readonly attributes?: readonly string[];
  /** Where such a thing is at home, for emoji: animals in a field, food in a room. */
  readonly home?: SetKind;
  /** What is said to be drawn, where the kind alone would mislead: `owl`, not `thing`. */
  readonly drawnAs?: string;
}

/** A noun that says where the picture is set. */
export interface SettingMeaning {
  readonly set: SetKind;
  readonly details: readonly string[];
  /** 1 a hint (a sign hangs in a street) … 5 unmistakable (Mars). */
  readonly weight: number;
}

/** `become`: another thing takes its place. */
export type VerbChange = Change['kind'] | 'become';

/** What something does: its pose, its way of moving, and what it has to do with the noun that follows. */
export interface VerbMeaning {
  readonly pose?: SceneActor['pose'];
  readonly motion?: Motion['kind'];
  readonly direction?: NonNullable<Motion['direction']>;
  readonly speed?: number;
  /** The relation of the subject to the object that follows without a preposition. */
  readonly object?: Relation;
  /** Its plain form, where pose and motion do not say it: `eat`. */
  readonly does?: string;
  /** In its plain form, which may be a noun or an imperative as well. */
  readonly isBare?: boolean;
  /** Words in quotes that follow are spoken. */
  readonly speaks?: boolean;
  readonly lightsUp?: boolean;
  /** A look that the doing gives: `watering` shows a can. */
  readonly attribute?: string;
  /** What becomes of whoever does it, and of what it is done to. */
  readonly change?: VerbChange;
  readonly changes?: VerbChange;
}

/** All that a word or phrase may mean; the grammar round it decides which of these counts. */
export interface Meaning {
  readonly noun?: NounMeaning;
  readonly setting?: SettingMeaning;
  readonly verb?: VerbMeaning;
  /** sRGB hex. */
  readonly color?: string;
  readonly count?: number;
  readonly size?: number;
  readonly attribute?: string;
  /** A preposition: a relation to the noun that follows, or `path` for one that only says where the way leads. */
  readonly preposition?: Relation | 'path' | 'with' | 'of';
  readonly place?: NonNullable<SceneActor['place']>;
  /** Counts the noun after "of" (`flock`), holds it (`vase`), or only stands before it (`piece`). */
  readonly before?: 'group' | 'container' | 'part';
  readonly role?: 'article' | 'and' | 'no' | 'stop' | 'writing' | 'title';
}

export type MeaningMap = Map<string, Meaning>;

/** Splits `a b_c` into `a` and `b c`. */
export function words(list: string): string[] {
  return list
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => word.replaceAll('_', ' '));
}
