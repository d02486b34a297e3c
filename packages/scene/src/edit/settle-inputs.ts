import type { Sight, Thing } from '../vision/sight.ts';
import type { EditOperation, PasteOperation, Target } from './operation.ts';
import { EditError } from './tool.ts';
import { mayBe } from './tools/matte/find-target.ts';

/** Operations of which each paste names its input, and the input that is edited. */
export interface SettledInputs {
  readonly operations: readonly EditOperation[];
  /** Index of the edited input. */
  readonly base: number;
}

/**
 * Tells which input each thing that is to be pasted comes from, where the instruction does not, and which input it is
 * pasted into: by what was seen in each.
 * @param looks What is in each input.
 * @throws {EditError} when no input shows it, or when things are to go into several inputs.
 */
export function settleInputs(operations: readonly EditOperation[], looks: readonly Sight[]): SettledInputs {
  const pastes = operations.filter((operation) => operation.kind === 'paste');
  const collage = asCollage(pastes, looks);
  if (collage)
    return {
      operations: operations.flatMap((one) => (one.kind !== 'paste' ? [one] : one === pastes[0] ? [collage] : [])),
      base: 0,
    };
  const base = baseOf(pastes, looks);
  const sources = sourcesOf(pastes, base, looks);
  const settled = operations.map((operation): EditOperation => {
    if (operation.kind !== 'paste') return operation;
    const { image = sources.get(operation)!, ...rest } = turned(operation, base);
    return { ...rest, image, onto: { ...operation.onto, image: base } };
  });
  return { operations: settled, base };
}

/** Of a place and a subject that are to be one, whichever was named first: the subject comes from the other input. */
function turned(paste: PasteOperation, base: number): PasteOperation {
  const { image, onto, target } = paste;
  return image === base && onto.image !== undefined && !target ? { ...paste, image: onto.image } : paste;
}

/** A subject that takes up this much of the width leaves no room for another beside it. */
const ROOM_MAX = 0.6;

/**
 * Pictures that are to be one, without a word about how: what they show stands beside each other where there is room for
 * that; otherwise the pictures do.
 */
function asCollage(pastes: readonly PasteOperation[], looks: readonly Sight[]): EditOperation | undefined {
  const [first] = pastes;
  const isBare = pastes.every(
    ({ target, anchor, place, image, onto }) =>
      !target && !anchor && !place && image !== undefined && onto.relation === 'nextTo',
  );
  if (!first || !isBare) return undefined;
  const base = first.onto.image ?? 0;
  const images = [base, ...pastes.map(({ image }) => image!)];
  const places = images.filter((image) => looks[image]?.subjectBox === undefined);
  if (places.length === 1) return undefined;
  const isCut = (image: number): boolean => {
    const { subjectBox: box, width, height } = looks[image]!;
    return box !== undefined && (box.width > ROOM_MAX * width || box.height > 0.95 * height);
  };
  return places.length > 1 || images.some(isCut)
    ? { kind: 'collage', images, along: images.length > 3 ? 'grid' : 'row' }
    : undefined;
}

function baseOf(pastes: readonly PasteOperation[], looks: readonly Sight[]): number {
  const [asked, ...others] = new Set(pastes.flatMap(({ onto }) => (onto.image === undefined ? [] : [onto.image])));
  if (others.length > 0)
    throw new EditError('Things are put into one of the pictures at a time: name one that the others go into.');
  // Of a place and somebody who is to be in it, the place is edited, whichever of them comes first.
  const isPlace = (image: number): boolean => looks[image]?.regions.subject === undefined;
  const [only] = pastes;
  if (pastes.length === 1 && only && !only.target && !only.anchor && !only.place && only.image !== undefined) {
    const onto = only.onto.image ?? 0;
    if (isPlace(only.image) && !isPlace(onto)) return only.image;
  }
  if (asked !== undefined) return asked;
  const worth = looks.map((sight, image) => {
    const wanted = pastes.filter((one) => one.image === image || (one.image === undefined && shows(sight, one.target)));
    const anchors = pastes.filter(({ anchor }) => anchor && anchor.kind !== 'subject' && shows(sight, anchor));
    return 2 * anchors.length - 3 * wanted.length + (isPlace(image) ? 0.5 : 0) - 0.01 * image;
  });
  return worth.indexOf(Math.max(...worth));
}

function sourcesOf(
  pastes: readonly PasteOperation[],
  base: number,
  looks: readonly Sight[],
): ReadonlyMap<PasteOperation, number> {
  const sources = new Map<PasteOperation, number>();
  const taken = new Set<number>();
  const search = (fits: (sight: Sight, target: Target | undefined) => boolean, isShared: boolean) => {
    for (const paste of pastes) {
      const isSelf = paste.image === base || (paste.image === undefined && sources.has(paste));
      if (isSelf || paste.image !== undefined) continue;
      const found = looks.findIndex(
        (sight, image) => image !== base && (isShared || !taken.has(image)) && fits(sight, paste.target),
      );
      if (found < 0) continue;
      sources.set(paste, found);
      taken.add(found);
    }
  };
  // By their own names first: detectors take a dog for a horse now and then, but a cat in another picture is a cat.
  search(showsByName, false);
  search(showsByName, true);
  search(shows, false);
  for (const paste of pastes) {
    if (turned(paste, base).image === base)
      throw new EditError(`Only what another picture shows can be put into <IMAGE_${base}>.`);
    if (paste.image === undefined && !sources.has(paste)) throw notShown(paste.target, base, looks);
  }
  return sources;
}

function showsByName({ things, faces, bodies }: Sight, target: Target | undefined): boolean {
  if (target?.kind === 'person') return faces.length > 0 || bodies.length > 0 || hasThing(things, 'person');
  return target?.label !== undefined && hasThing(things, target.label);
}

/** Whether it may be there: an animal that was taken for another, a thing that has no name among those that are known. */
function shows(sight: Sight, target: Target | undefined): boolean {
  if (target === undefined) return sight.regions.subject !== undefined;
  if (showsByName(sight, target)) return true;
  switch (target.kind) {
    case 'sky':
    case 'water':
    case 'ground':
      return sight.regions[target.kind] !== undefined;
    case 'animal':
      return sight.things.some(({ label }) => mayBe(label, target.label));
    case 'thing':
      return target.label === undefined && sight.regions.subject !== undefined && sight.subjectLabel === undefined;
    default:
      return false;
  }
}

function hasThing(things: readonly Thing[], label: string): boolean {
  return things.some((thing) => thing.label === label);
}

function notShown(target: Target | undefined, base: number, looks: readonly Sight[]): EditError {
  const seen = looks.flatMap((sight, image) => {
    if (image === base) return [];
    const names = [
      ...new Set([...sight.things.map(({ label }) => label), ...(sight.faces.length > 0 ? ['person'] : [])]),
    ];
    return [`<IMAGE_${image}>: ${names.join(', ') || 'nothing with a name'}`];
  });
  return new EditError(
    `No ${target?.word ?? 'subject'} was found in the pictures beside <IMAGE_${base}>. ` +
      `What was found: ${seen.join('; ')}. Say which picture it is in, as in "the ${target?.word ?? 'dog'} from <IMAGE_1>".`,
  );
}
