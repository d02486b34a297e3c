import type { Matrix } from '../model/matrix.ts';
import type { SceneActor } from '../scene.ts';
import type { Actor, ActorContext, PartInstance } from './actor.ts';
import { person } from './person.ts';
import { says } from './rig.ts';

/** A person from the hips up, for those who go on as something else. */
export interface HalfPerson {
  readonly torso: Matrix;
  readonly parts: readonly PartInstance[];
}

const MEN = ['merman', 'man', 'male', 'king', 'boy', 'centaur', 'warrior', 'archer', 'satyr', 'faun'];
const WOMEN = ['woman', 'female', 'queen', 'girl', 'princess', 'lady', 'mermaid', 'siren'];

/**
 * The upper half of a person, at size 1, as it was asked for or else in few clothes.
 * @param top The colour of what it wears on its chest; absent: nothing.
 */
export function halfPerson(
  context: ActorContext,
  change: Partial<Pick<SceneActor, 'pose' | 'motion'>>,
  top?: string,
): (seconds: number, travel: { readonly distance: number; readonly speed: number }) => HalfPerson {
  const { color: _, relation: __, parts = [], ...rest } = context.actor;
  const isMan = says(context, ...MEN) && !says(context, ...WOMEN.slice(0, -2));
  const told = parts.filter(({ name }) => !/tail|body|coat|fur|second/.test(name));
  const actor: SceneActor = {
    ...rest,
    ...change,
    size: 1,
    word: isMan ? 'man' : 'woman',
    attributes: [
      ...rest.attributes.filter((word) => word !== 'glowing'),
      'swimsuit',
      'legless',
      ...(isMan ? [] : ['long hair']),
    ],
    parts: [...told, { name: 'swimsuit', color: top ?? SKIN_COLOR }],
  };
  const dressed = top ? actor : { ...actor, attributes: [...actor.attributes, 'light skin'] };
  const built: Actor = person.build({ ...context, actor: dressed });
  return (seconds, travel) => {
    const { parts } = built.poseAt(seconds, travel);
    return {
      // The torso comes first in a person's pose.
      torso: parts[0]!.matrix as Matrix,
      parts,
    };
  };
}

/** Of light skin, so that a bare chest is of one colour with the arms. */
const SKIN_COLOR = '#f5d0b2';
