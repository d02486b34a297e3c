import type { Mover } from '../mover.ts';
import type { MotionStage } from '../stage.ts';
import { moveEyes } from './eyes.ts';
import { headOf } from './face-geometry.ts';
import { blowHair } from './hair.ts';
import { type PersonWishes, readPersonWishes } from './read-person-wishes.ts';
import { smile, speak } from './smile.ts';
import { turnHead } from './turn-head.ts';

export interface PersonChoice {
  readonly movers: readonly Mover[];
  /** Asked for something that only a face can do, and there is none. */
  readonly isMissing: boolean;
}

/** More than these would move like a choir. */
const FACES_MAX = 3;
/** Narrower faces, as a share of the picture's shorter side, show nothing but noise when they move. */
const FACE_SHARE_MIN = 0.06;

/** What the people of a picture do: what the prompt asks, and the little that everybody does. */
export function choosePersonMovers(stage: MotionStage, prompt: string): PersonChoice {
  const wishes = readPersonWishes(prompt);
  const { sight } = stage;
  const least = FACE_SHARE_MIN * Math.min(stage.width, stage.height);
  const faces = sight.isFlat ? [] : sight.faces.filter(({ box }) => box.width > least).slice(0, FACES_MAX);
  const movers = faces.flatMap((face, index) => {
    const head = headOf(face);
    const salt = 100 + index * 7;
    const eyes = moveEyes(face, head, stage.picture, wishes, salt);
    const hair = wishes.hairMoves ? blowHair(stage, face, head) : undefined;
    const says = index === 0 ? saysOf(wishes, hair !== undefined) : undefined;
    return [
      { ...turnHead(head, wishes, stage.noise, salt), ...(says ? { says } : {}) },
      ...(eyes ? [eyes] : []),
      ...(wishes.smiles ? [smile(face, head)] : []),
      ...(wishes.speaks ? [speak(face, head)] : []),
      ...(hair ? [withoutWords(hair)] : []),
    ];
  });
  return { movers, isMissing: wishes.isAsked && faces.length === 0 };
}

function withoutWords({ says: _, ...mover }: Mover): Mover {
  return mover;
}

function saysOf(wishes: PersonWishes, hasHair: boolean): string {
  const parts = [
    wishes.smiles ? 'smiles' : '',
    wishes.turn !== 0 ? `looks to the ${wishes.turn < 0 ? 'left' : 'right'}` : '',
    wishes.lift !== 0 ? `looks ${wishes.lift > 0 ? 'up' : 'down'}` : '',
    wishes.blinks ? 'blinks' : '',
    wishes.nods ? 'nods' : '',
    wishes.shakesHead ? 'shakes the head' : '',
    wishes.tilts ? 'tilts the head' : '',
    wishes.speaks ? 'moves the lips' : '',
    hasHair ? 'has hair that moves in the wind' : '',
  ].filter((part) => part !== '');
  if (parts.length === 0) return 'the person blinks and moves a little';
  return `the person ${parts.length === 1 ? parts[0] : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`}`;
}
