import { type Matrix, multiply, scaling, translation } from '../model/matrix.ts';
import type { ActorModel } from './actor.ts';
import { halfPerson } from './half-person.ts';
import { herdForm } from './herd.ts';
import { HERD } from './herd-animals.ts';
import { buildQuadruped } from './quadruped.ts';
import type { QuadrupedForm } from './quadruped-shape.ts';
import { ball, SKIN } from './rig.ts';

/** How much larger than a man's the upper half is, to go with a horse. */
const SCALE = 1.12;
/** From the foot of the neck to the hips that grow out of it. */
const WAIST = [0, 0.06, 0.05] as const;

/** A man or a woman to the hips, a horse below. */
export const centaur: ActorModel = {
  gaits: { walk: 1.5, run: 7, jump: 0, dance: 0 },
  build(context) {
    const horse = HERD[0]!;
    const own = herdForm(context, horse);
    const wears = context.actor.attributes.some((word) => /armou?r|tunic|shirt|vest/.test(word));
    const half = halfPerson(
      { ...context, actor: { ...context.actor, motion: { ...context.actor.motion, kind: 'idle' } } },
      { pose: context.actor.pose === 'fighting' ? 'fighting' : 'standing' },
      wears ? '#8a5a34' : undefined,
    );
    const { onBody: _, ...rest } = own;
    const form: QuadrupedForm = {
      ...rest,
      shapeKey: 'centaur',
      // No neck and no head of its own: the waist begins where the neck did.
      neck: [0, 0.22, 0.12],
      neckRadius: [0.22, 0.155],
      head: [ball([0, 0, 0], [0.13, 0.1, 0.11])],
      headEdge: 0.04,
      eyes: { ...own.eyes, radius: 0.001, at: [0, 0, 0] },
      ear: { parts: [ball([0, 0, 0], 0.02)], at: [0, -0.03, 0], rotate: [0, 0, 0] },
      onHead(pose, head, { seconds }) {
        const { torso, parts } = half(seconds, { distance: 0, speed: 0 });
        // The head of a horse sways more than a man's hips do.
        const place = multiply(
          upright(head),
          translation(...WAIST),
          scaling(SCALE),
          translation(-torso[12]!, -torso[13]!, -torso[14]!),
        );
        for (const { mesh, material, matrix, ...extra } of parts)
          pose.add(mesh, material ?? SKIN, multiply(place, matrix as Matrix), extra);
      },
    };
    return buildQuadruped(form, context);
  },
};

/** Where the head is, without its nodding. */
const upright = (head: Matrix): Matrix => translation(head[12]!, head[13]!, head[14]!);
