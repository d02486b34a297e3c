import type { Vec3 } from '@openimagine/render';
import {
  aroundPoint,
  compose,
  type Matrix,
  multiply,
  rotationX,
  rotationY,
  scaling,
  translation,
} from '../model/matrix.ts';
import type { Actor, ActorContext, ActorPose } from './actor.ts';
import { coatBeast } from './animal-coat.ts';
import { addWorn, wornBy } from './animal-wear.ts';
import { addEyes } from './eyes.ts';
import { addMouthful, mouthfulOf } from './mouthful.ts';
import { legLengths, type QuadrupedForm, type Shape, type Stance, shapeOf, spineOf } from './quadruped-shape.ts';
import {
  blinkAt,
  collectParts,
  finishActor,
  footAt,
  limbFrames,
  type PartCollector,
  poseOf,
  rootOf,
  type Step,
  seedOf,
  strideShare,
  sway,
  twitchAt,
} from './rig.ts';
import { mouthOf } from './speech.ts';

/** An animal on four legs that stands, sits, lies, walks and runs. */
export function buildQuadruped(bare: QuadrupedForm, context: ActorContext): Actor {
  const form = coatBeast(bare, context);
  const { actor } = context;
  const seed = seedOf(context);
  const mouth = mouthOf(context);
  const runs = actor.motion.kind === 'run' || actor.motion.kind === 'jump';
  const moves = runs || actor.motion.kind === 'walk';
  const stance: Stance = moves ? 'standing' : stanceOf(actor, form);
  const parts = shapeOf(form, stance, context.detail);
  const worn = wornBy(context);
  const mouthful = mouthfulOf(actor.attributes);
  const poseAt = (seconds: number, travel: { readonly distance: number; readonly speed: number }): ActorPose => {
    const still = actor.motion.kind === 'still';
    const alive = still ? 0 : 1;
    const stands = stance === 'standing' || stance === 'grazing';
    const share = stands ? strideShare(travel.speed, form.walkSpeed) : 0;
    const step = runs ? form.run : form.walk;
    const phase = travel.distance / step.stride;
    const bob = share * (runs ? 0.1 : 0.03) * form.shoulder * Math.sin(phase * Math.PI * (runs ? 2 : 4));
    const jump = actor.motion.kind === 'jump' ? form.shoulder * 0.9 * Math.max(0, Math.sin(seconds * 4)) : 0;
    const dance = actor.motion.kind === 'dance' ? 1 : 0;
    const pitch = share * (runs ? 0.09 : 0.012) * Math.sin(phase * Math.PI * 2 + 0.8);
    const pose = collectParts(rootOf(actor.size, jump));
    const breath = 1 + 0.012 * alive * Math.sin(seconds * 2.4 + seed);
    const hop = dance * Math.abs(Math.sin(seconds * 5)) * form.shoulder * 0.12;
    const roll = dance * 0.1 * Math.sin(seconds * 5);
    const body = multiply(
      translation(0, bob + hop, 0),
      compose({ at: [0, parts.pivot, 0], rotate: [pitch, dance * 0.25 * Math.sin(seconds * 2.5), roll] }),
      translation(0, -parts.pivot, 0),
    );
    const chestMoves = stands ? aroundPoint([0, parts.pivot, 0], scaling(breath)) : scaling(breath);
    pose.add(parts.body, form.material, multiply(body, chestMoves));
    if (stands) addLegs(pose, form, parts, body, { phase, step, share, runs });
    const howls = /^(?:howl|roar|bark|bay)$/.test(actor.does ?? '');
    const head = headFrame(form, stance, body, { seconds, seed, share, alive, dance, phase, howls });
    addHead(pose, form, parts, head, {
      seconds,
      seed: alive ? seed : 3,
      alive,
      mouth: Math.max(mouth(seconds), howls ? 0.8 : 0),
      sleeps: stance === 'sleeping',
      detail: context.detail,
    });
    addTail(pose, form, parts, stance, body, { seconds, seed, alive, share });
    form.onBody?.(pose, body, { seconds, seed, stance });
    if (mouthful) addMouthful(pose, head, form.eyes, seconds, mouthful);
    if (worn.hat || worn.scarf || worn.glasses) dress(pose, form, stance, body, head, worn);
    return { ...poseOf(pose), ...form.effects?.(multiply(rootOf(actor.size, jump), head), seconds) };
  };
  return finishActor(context, poseAt, {
    speed: moves ? form.walkSpeed : 0,
    face: { at: spineOf(form, stance).head, radius: headSize(form) },
    holds: mouthPlace(form, stance),
    ...(form.seats ? { seats: form.seats } : {}),
  });
}

const SLEEPS = /^(?:sleep|nap|doze|snooze|snore)$/;
const GRAZES = /^(?:graze|drink|sniff|browse|forage|lick)$/;

/** How it holds itself while it stays where it is. */
function stanceOf({ pose, does = '', attributes }: ActorContext['actor'], form: QuadrupedForm): Stance {
  const sleeps = SLEEPS.test(does) || attributes.some((word) => /^(?:sleeping|asleep|napping|sleepy)$/.test(word));
  if (sleeps && (pose === 'lying' || pose === 'default')) return 'sleeping';
  if (pose === 'sitting' || pose === 'lying') return pose;
  const isLong = form.hooved === true && Math.hypot(form.neck[1], form.neck[2]) < form.shoulder * 1.2;
  return GRAZES.test(does) && isLong ? 'grazing' : 'standing';
}

/** Just below and before the mouth, where what is carried hangs. */
function mouthPlace(form: QuadrupedForm, stance: Stance): Vec3 {
  const { head } = spineOf(form, stance);
  const [, y, z] = form.eyes.at;
  const size = Math.hypot(form.eyes.at[0], z);
  return [0, head[1] + y - size * 0.9, head[2] + z + size * 0.5];
}

/** Half the height of a head with its ears. */
const headSize = ({ head, ear }: QuadrupedForm): number =>
  Math.max(
    ...head.map((part) =>
      part.kind !== 'ball' ? 0 : part.at[1] + (typeof part.radius === 'number' ? part.radius : part.radius[1]),
    ),
    ear.at[1] * 1.5,
  ) * 1.15;

/** A scarf low on the neck, a hat on the head. */
function dress(
  pose: PartCollector,
  form: QuadrupedForm,
  stance: Stance,
  body: Matrix,
  head: Matrix,
  worn: ReturnType<typeof wornBy>,
): void {
  const spine = spineOf(form, stance);
  const share = stance === 'sleeping' ? 0.5 : 0.62;
  const at = spine.chest.map((value, axis) => value + (spine.head[axis]! - value) * share) as unknown as Vec3;
  const slope = Math.atan2(spine.head[2] - spine.chest[2], spine.head[1] - spine.chest[1]);
  const radius = Math.max(form.eyes.at[1] + form.eyes.radius * 2.2, form.eyes.at[2] * 0.95);
  const neckRadius =
    (form.neckRadius[0] * (1 - share) + form.neckRadius[1] * share) * (stance === 'sleeping' ? 1.25 : 1.02);
  addWorn(pose, worn, {
    head,
    radius,
    neck: multiply(body, translation(...at), rotationX(slope * 0.8)),
    neckRadius,
    eyes: form.eyes,
  });
}

interface Stride {
  readonly phase: number;
  readonly step: Step;
  readonly share: number;
  readonly runs: boolean;
}

/** When each foot lands: a walk goes round the four, a trot pairs the diagonals, a gallop pairs front and hind. */
const WALK_PHASES = [0.25, 0.75, 0, 0.5];
const RUN_PHASES = [0.5, 0.62, 0, 0.12];

function addLegs(pose: PartCollector, form: QuadrupedForm, { legs }: Shape, body: Matrix, stride: Stride): void {
  const lengths = legLengths(form);
  for (let i = 0; i < 4; i++) {
    const isFront = i < 2;
    const side = i % 2 === 0 ? 1 : -1;
    const offset = (stride.runs ? RUN_PHASES : WALK_PHASES)[i]!;
    const foot = footAt(stride.phase + offset, stride.step);
    const joint: Vec3 = [form.spread * side, form.shoulder, (form.length / 2) * (isFront ? 1 : -1)];
    const raised = multiply(body, translation(...joint));
    // The foot's place is on the ground, whatever the body does above it.
    const end = form.flies
      ? { y: -form.shoulder * 0.62, z: -form.shoulder * (isFront ? 0.25 : 0.5) }
      : {
          y: form.paw[1] + foot.y * stride.share - raised[13]!,
          z: foot.z * stride.share + joint[2] - raised[14]! + (isFront ? 0 : -form.shoulder * 0.03),
        };
    const frames = limbFrames([raised[12]!, raised[13]!, raised[14]!], end, lengths, isFront ? -1 : 1);
    const flip = scaling(side, 1, 1);
    const meshes = legs[isFront ? 0 : 1]!;
    pose.add(meshes.upper, form.material, multiply(frames.upper, flip));
    pose.add(meshes.lower, form.material, multiply(frames.lower, flip));
    const toes = stride.share * Math.min(1, foot.y / Math.max(0.01, stride.step.lift)) * 0.7;
    pose.add(meshes.paw, form.material, multiply(frames.end, rotationX(toes), translation(0, -form.paw[1], 0), flip));
  }
}

interface HeadMoment {
  readonly seconds: number;
  readonly seed: number;
  readonly share: number;
  readonly alive: number;
  readonly dance: number;
  readonly phase: number;
  readonly howls: boolean;
}

function headFrame(form: QuadrupedForm, stance: Stance, body: Matrix, moment: HeadMoment): Matrix {
  const { seconds, seed, share, alive, dance, phase, howls } = moment;
  const at = spineOf(form, stance).head;
  const rests = stance === 'sleeping' ? 0.1 : stance === 'grazing' ? 0.4 : 1;
  const calm = alive * (1 - share * 0.8) * rests;
  const down = stance === 'grazing' ? 0.75 + 0.1 * Math.sin(seconds * 2.6 + seed) : stance === 'sleeping' ? 0.12 : 0;
  const up = howls ? -0.62 - 0.1 * Math.sin(seconds * 1.4) : 0;
  const nod = share * 0.05 * Math.sin(phase * Math.PI * 4);
  return multiply(
    body,
    compose({
      at,
      rotate: [
        0.05 * calm * sway(seconds, 1.1, seed) + nod + down + up,
        0.24 * calm * sway(seconds, 0.7, seed + 5) + dance * 0.2 * Math.sin(seconds * 5),
        0.07 * calm * sway(seconds, 0.9, seed + 9) + dance * 0.14 * Math.sin(seconds * 2.5),
      ],
    }),
  );
}

function addHead(
  pose: PartCollector,
  form: QuadrupedForm,
  { head: mesh, ears }: Shape,
  head: Matrix,
  moment: {
    readonly seconds: number;
    readonly seed: number;
    readonly alive: number;
    readonly mouth: number;
    readonly sleeps: boolean;
    readonly detail: ActorContext['detail'];
  },
): void {
  const { seconds, seed, alive, mouth, sleeps, detail } = moment;
  pose.add(mesh, form.material, head);
  const { at, rotate } = form.ear;
  ears.forEach((ear, i) => {
    const side = i === 0 ? 1 : -1;
    const flick = alive * 0.16 * twitchAt(seconds, seed + i * 4);
    const place = compose({
      at: [at[0] * side, at[1], at[2]],
      rotate: [rotate[0], rotate[1] * side, rotate[2] * side + flick],
    });
    pose.add(ear, form.material, multiply(head, place));
  });
  addEyes(pose, head, form.eyes, {
    closed: sleeps ? 1 : alive * blinkAt(seconds, seed),
    gaze: [0.12 * alive * sway(seconds, 0.8, seed + 2), 0.06 * alive * sway(seconds, 0.5, seed + 3)],
    detail,
  });
  form.onHead?.(pose, head, { mouth, seconds });
}

/** A chain of links; sitting and lying it lies round the body on the ground. */
function addTail(
  pose: PartCollector,
  form: QuadrupedForm,
  { tail: meshes }: Shape,
  stance: Stance,
  body: Matrix,
  {
    seconds,
    seed,
    alive,
    share,
  }: { readonly seconds: number; readonly seed: number; readonly alive: number; readonly share: number },
): void {
  const { tail, hips } = form;
  const at = spineOf(form, stance).hips;
  const rests = stance !== 'standing' && stance !== 'grazing';
  const root: Vec3 = rests
    ? [hips[0] * 0.3, tail.radius(0.2) * 1.05, at[2] - hips[2] * 0.8]
    : [0, at[1] + hips[1] * 0.5, at[2] - hips[2] * 0.82];
  const side = seed % 2 === 0 ? 1 : -1;
  let frame = multiply(
    body,
    translation(root[0] * side, root[1], root[2]),
    rests ? rotationY(-1.25 * side) : rotationX(tail.rise),
  );
  meshes.forEach((mesh, i) => {
    const share01 = i / tail.count;
    const swing =
      alive * tail.sway * (0.35 + share01) * Math.sin(seconds * (2.1 + share * 2) + (seed % 7) - share01 * 2.2);
    const turn = rests
      ? rotationY(side * (-2.7 / tail.count) + swing * 0.22 * share01)
      : multiply(rotationY(swing / tail.count), rotationX(tail.curl / tail.count));
    frame = multiply(frame, turn);
    pose.add(mesh, form.material, frame);
    frame = multiply(frame, translation(0, 0, -tail.link));
  });
}
