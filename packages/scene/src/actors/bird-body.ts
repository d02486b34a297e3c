import type { Vec3 } from '@openimagine/render';
import { cachedMesh } from '../model/cache.ts';
import { toHex } from '../model/color.ts';
import { compose, type Matrix, multiply, rotationX, translation } from '../model/matrix.ts';
import { type MeshPart, mergeMeshes } from '../model/mesh.ts';
import { cylinder } from '../model/primitives.ts';
import { tube } from '../model/tube.ts';
import type { Actor, ActorContext } from './actor.ts';
import { coatBird } from './animal-coat.ts';
import { wornBy } from './animal-wear.ts';
import { fanMesh } from './bird-fan.ts';
import { addHead } from './bird-head.ts';
import type { BirdForm } from './bird-kind.ts';
import { addPlumes, addWings, tailMesh, trunkMesh } from './bird-wings.ts';
import {
  CLOTH,
  collectParts,
  FUR,
  finishActor,
  type PartCollector,
  poseOf,
  rootOf,
  SMOOTH,
  says,
  seedOf,
  strideShare,
  sway,
  twitchAt,
} from './rig.ts';

export function buildBird(form: BirdForm, context: ActorContext): Actor {
  const { actor, detail } = context;
  const seed = seedOf(context);
  const { kind } = actor.motion;
  const canFly = form.marking !== 'penguin';
  const flies =
    canFly && (kind === 'fly' || kind === 'float' || kind === 'launch' || kind === 'rise' || actor.pose === 'flying');
  const isSpread = canFly && !flies && spreads(form, context);
  const swims = kind === 'swim' || (actor.pose === 'flying' && !canFly);
  const key = `bird/${form.name}/${toHex(form.back)}/${detail}`;
  const isLong = form.neck > 0.3;
  const worn = wornBy(context);
  const coated = coatBird(form, context);
  const coatKey = coated === form ? key : `${key}/wears/${toHex(coated.back)}`;
  const poseAt: Actor['poseAt'] = (seconds, travel) => {
    const now = kind === 'still' ? 1 : seconds;
    const share = flies ? 0 : strideShare(travel.speed, 0.35);
    const step = travel.distance / Math.max(0.06, form.leg * 1.4 + 0.05);
    const beat = wingBeat(form, now, seed);
    const hop = form.leg < 0.1 && !isLong ? share * 0.35 * form.leg * Math.abs(Math.sin(step * Math.PI)) : 0;
    const jump = kind === 'jump' || kind === 'dance' ? 0.6 * form.body[1] * Math.abs(Math.sin(now * 5)) : 0;
    const lift = flies ? 0.02 - 0.25 * form.body[1] * beat : hop + jump;
    const waddle = form.marking === 'penguin' || form.name === 'duck' ? share * 0.13 * Math.sin(step * Math.PI) : 0;
    const pitch = flies || swims ? 0.08 : form.carriage;
    const pose = collectParts(rootOf(actor.size, lift));
    const bodyY = flies ? form.body[1] + 0.05 : form.leg + bodyDrop(form, pitch);
    const body = compose({
      at: [0, bodyY, 0],
      rotate: [0.03 * sway(now, 1, seed), kind === 'dance' ? 0.4 * Math.sin(now * 5) : 0, waddle],
    });
    const trunk = multiply(body, rotationX(-pitch));
    pose.add(trunkMesh(coated, coatKey, detail), coated === form ? FUR : CLOTH, trunk);
    pose.add(
      tailMesh(form, key),
      FUR,
      multiply(
        trunk,
        translation(0, form.body[1] * 0.15, -form.body[2] * 0.82),
        rotationX((flies ? -0.05 : form.carriage > 1 ? 0.85 : 0.15) + 0.08 * twitchAt(now, seed)),
      ),
    );
    if (form.fan && !flies)
      pose.add(
        fanMesh(detail),
        SMOOTH,
        multiply(
          body,
          translation(0, form.body[1] * 0.1, -form.body[2] * 0.75),
          rotationX(-0.32 + 0.04 * sway(now, 0.8, seed)),
        ),
      );
    if (form.plumes) addPlumes(pose, flies ? trunk : multiply(body, rotationX(0.75)), form, { now, seed });
    addWings(pose, trunk, coated, coatKey, {
      flies: flies || swims || isSpread,
      beat: isSpread ? 0.55 + 0.12 * Math.sin(now * 1.7 + seed) : beat,
      folded: kind === 'dance' ? 0.5 + 0.4 * Math.sin(now * 8) : 0,
    });
    addHead(pose, form, key, { body, pitch, now, seed, flies, share, detail, worn });
    addLegs(pose, body, form, { bodyY, flies: flies || swims, share, step, lift });
    return poseOf(pose);
  };
  return finishActor(context, poseAt, {
    speed: kind === 'walk' ? 0.35 : 0,
    ...(flies ? {} : { face: faceOf(form), holds: beakOf(form) }),
  });
}

/** Where the head is while the bird stands. */
function faceOf(form: BirdForm): { readonly at: Vec3; readonly radius: number } {
  const [, height, length] = form.body;
  const y =
    form.leg + bodyDrop(form, form.carriage) + length * 0.62 * Math.sin(form.carriage) + height * 0.3 + form.neck;
  return { at: [0, y, length * 0.62 * Math.cos(form.carriage) + form.neck * 0.3], radius: form.head * 1.25 };
}

/** The tip of the beak. */
function beakOf(form: BirdForm): Vec3 {
  const { at } = faceOf(form);
  return [0, at[1] - form.head * 0.1, at[2] + form.head * 0.85 + form.beak[0] * 0.8];
}

/** Shows its wings though it stays where it is. */
const spreads = (form: BirdForm, context: ActorContext): boolean =>
  says(context, 'spread', 'outspread', 'outstretched', 'spread wings') ||
  (form.plumes !== undefined && context.actor.motion.kind !== 'walk');

/** Up and down in [−1, 1]; large birds glide between beats. */
function wingBeat(form: BirdForm, seconds: number, seed: number): number {
  const [reach, , beats] = form.wing;
  const wave = Math.sin(seconds * beats * Math.PI * 2 + (seed % 10));
  if (reach < 0.35) return wave;
  const glide = 0.5 + 0.5 * Math.sin(seconds * 0.9 + (seed % 5));
  return wave * (1 - glide * 0.75) + 0.28 * glide;
}

/** From the body's middle down to where the legs begin, for a body pitched up by an angle. */
function bodyDrop({ body: [, height, length] }: BirdForm, pitch: number): number {
  return Math.hypot(height * Math.cos(pitch), length * Math.sin(pitch)) * 0.94;
}

interface LegMoment {
  readonly bodyY: number;
  readonly flies: boolean;
  readonly share: number;
  readonly step: number;
  readonly lift: number;
}

function addLegs(pose: PartCollector, body: Matrix, form: BirdForm, { bodyY, flies, share, step }: LegMoment): void {
  const length = form.leg + form.body[1] * 0.5;
  const thin = Math.max(0.006, form.body[0] * 0.085);
  const leg = cachedMesh(`bird/leg/${form.name}/${toHex(form.legColor)}`, () => {
    const toes = [-0.5, 0, 0.5].map(
      (angle): MeshPart => ({
        mesh: tube(
          [
            [0, thin * 0.9, 0],
            [Math.sin(angle) * form.body[0] * 0.55, thin * 0.8, Math.cos(angle) * form.body[0] * 0.55],
          ],
          { radius: (t) => thin * (1.15 - t * 0.5), color: form.legColor, sides: 6, rings: 3 },
        ),
      }),
    );
    return mergeMeshes([
      {
        mesh: cylinder({ radius: thin, height: length, color: form.legColor, segments: 8 }),
        matrix: translation(0, thin * 0.5, 0),
      },
      ...toes,
    ]);
  });
  for (const side of [1, -1]) {
    if (flies) {
      const tucked = multiply(
        body,
        translation(form.body[0] * 0.4 * side, -form.body[1] * 0.6, -form.body[2] * 0.3),
        rotationX(1.45),
        translation(0, -length * 0.9, 0),
      );
      pose.add(leg, SMOOTH, tucked);
      continue;
    }
    const swing = share * 0.5 * Math.sin(step * Math.PI + (side > 0 ? 0 : Math.PI));
    const raised = share * Math.max(0, Math.cos(step * Math.PI + (side > 0 ? 0 : Math.PI))) * form.leg * 0.3;
    const top = bodyY - form.body[1] * 0.4;
    pose.add(
      leg,
      SMOOTH,
      multiply(translation(form.body[0] * 0.42 * side, top + raised, 0), rotationX(swing), translation(0, -top, 0)),
    );
  }
}
