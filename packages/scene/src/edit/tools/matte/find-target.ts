import { cutOut } from '../../../vision/cut-out.ts';
import { cutPerson } from '../../../vision/cut-person.ts';
import { ANIMAL_LABELS, type Box, type Coverage, type Picture, type Sight } from '../../../vision/sight.ts';
import type { Target } from '../../operation.ts';
import { EditError } from '../../tool.ts';
import { shareOfColor } from './share-of-color.ts';

/** Something that was named, as it lies in a picture. */
export interface FoundTarget {
  readonly coverage: Coverage;
  readonly box: Box;
  /** Which of the picture's things, bodies or faces it is; absent: none, it stays where the scene is. */
  readonly follows?: { readonly list: 'things' | 'bodies' | 'faces'; readonly index: number };
}

/**
 * Finds what a target names and cuts it out.
 * @param where How the user knows the picture, for the message: `the video`, `<IMAGE_1>`.
 * @throws {EditError} when nothing of that kind is in the picture.
 */
export function findTarget(target: Target, picture: Picture, sight: Sight, where: string): FoundTarget {
  const found =
    findThing(target, picture, sight) ??
    findBody(target, sight) ??
    findFace(target, sight) ??
    findSubject(target, sight);
  if (found === undefined) throw missing(target, sight, where);
  if ('coverage' in found) return found;
  const { box, label, follows } = found;
  // Everybody there was cut out by faces and bodies already; only one of several has to be told from the others.
  const people = target.kind === 'person' && target.side === undefined ? sight.regions.people : undefined;
  const coverage =
    people ??
    (label === 'person'
      ? cutPerson(picture, box, sight)
      : cutOut(picture, { box, ...(label === undefined ? {} : { label }) }));
  return { coverage, box, ...(follows ? { follows } : {}) };
}

/** Mistaken for others by no detector. */
const UNMISTAKABLE = new Set(['elephant', 'zebra', 'giraffe', 'bird']);

/** Whether an animal that was seen as one kind may be of another, or of a kind that has no label. */
export function mayBe(seen: string, wanted: string | undefined): boolean {
  if (!ANIMAL_LABELS.has(seen)) return false;
  return wanted === undefined || !(UNMISTAKABLE.has(seen) || UNMISTAKABLE.has(wanted));
}

interface Boxed {
  readonly box: Box;
  readonly label?: string;
  readonly follows?: FoundTarget['follows'];
}

function findThing(target: Target, picture: Picture, sight: Sight): Boxed | undefined {
  const label = target.label ?? (target.kind === 'person' ? 'person' : undefined);
  const things = sight.things.map((thing, index) => ({ thing, index }));
  const named = things.filter(({ thing }) => thing.label === label);
  // The detector takes dogs for horses and cats for dogs; an animal where one was named is that one.
  const isAnimal = target.kind === 'animal' || (label !== undefined && ANIMAL_LABELS.has(label));
  const candidates = named.length > 0 || !isAnimal ? named : things.filter(({ thing }) => mayBe(thing.label, label));
  const alike = target.color === undefined ? candidates : ofColor(candidates, target, picture);
  const chosen = chooseBySide(alike, ({ thing }) => thing.box, target.side);
  if (chosen === undefined) return undefined;
  return {
    box: chosen.thing.box,
    label: label ?? chosen.thing.label,
    follows: { list: 'things', index: chosen.index },
  };
}

/** A thing of which less has the colour that it is named with is not the one. */
const COLOR_SHARE_MIN = 0.05;

/** The candidates that have the target's colour, those with most of it first; animals and people are never all refused. */
function ofColor<T extends { readonly thing: { readonly box: Box } }>(
  candidates: readonly T[],
  { color = '', kind }: Target,
  picture: Picture,
): readonly T[] {
  const shares = candidates.map((one) => ({ one, share: shareOfColor(picture, one.thing.box, color) }));
  const sorted = shares.toSorted((a, b) => b.share - a.share);
  const kept = kind === 'thing' ? sorted.filter(({ share }) => share >= COLOR_SHARE_MIN) : sorted;
  const [best] = kept;
  return kept.filter(({ share }) => share > 0.5 * best!.share).map(({ one }) => one);
}

function findBody(target: Target, sight: Sight): Boxed | undefined {
  if (target.kind !== 'person') return undefined;
  const candidates = sight.bodies.map((body, index) => ({ body, index }));
  const chosen = chooseBySide(candidates, ({ body }) => body.box, target.side);
  return chosen && { box: chosen.body.box, label: 'person', follows: { list: 'bodies', index: chosen.index } };
}

/** A head with as much of a body below it as the picture has. */
function findFace(target: Target, sight: Sight): Boxed | undefined {
  if (target.kind !== 'person') return undefined;
  const candidates = sight.faces.map((face, index) => ({ face, index }));
  const chosen = chooseBySide(candidates, ({ face }) => face.box, target.side);
  if (chosen === undefined) return undefined;
  const { x, y, width, height } = chosen.face.box;
  const top = Math.max(0, y - 0.6 * height);
  const left = Math.max(0, x - 1.2 * width);
  const box = {
    x: left,
    y: top,
    width: Math.min(sight.width, x + 2.2 * width) - left,
    height: Math.min(sight.height, y + 7 * height) - top,
  };
  return { box, label: 'person', follows: { list: 'faces', index: chosen.index } };
}

/** What the picture is about, when that is what was meant, or may be. */
function findSubject(target: Target, sight: Sight): FoundTarget | undefined {
  const { subject } = sight.regions;
  if (subject === undefined || sight.subjectBox === undefined) return undefined;
  const isUnknown = sight.subjectLabel === undefined && (target.kind === 'thing' || target.kind === 'animal');
  const isMeant =
    target.kind === 'subject' || isUnknown || (target.label !== undefined && target.label === sight.subjectLabel);
  return isMeant ? { coverage: subject, box: sight.subjectBox } : undefined;
}

function chooseBySide<T>(candidates: readonly T[], boxOf: (candidate: T) => Box, side: Target['side']): T | undefined {
  if (side === undefined) return candidates[0];
  const middle = (candidate: T): number => boxOf(candidate).x + boxOf(candidate).width / 2;
  const sorted = candidates.toSorted((a, b) => middle(a) - middle(b));
  if (side === 'middle') return sorted[sorted.length >> 1];
  return side === 'left' ? sorted[0] : sorted.at(-1);
}

function missing({ word }: Target, sight: Sight, where: string): EditError {
  const seen = [...new Set([...sight.things.map(({ label }) => label), ...(sight.faces.length > 0 ? ['person'] : [])])];
  const what = seen.length === 0 ? 'Nothing with a name was found there' : `What was found there: ${seen.join(', ')}`;
  return new EditError(`No ${word} was found in ${where}. ${what}. Name something that is clearly visible.`);
}
