import type { Material, Vec3 } from '@openimagine/render';
import { softStep } from '../model/color.ts';
import { compose, type Matrix, multiply, rotationX, rotationZ, scaling, translation } from '../model/matrix.ts';
import { hashString } from '../random.ts';
import { actsOf, CHANGE_SECONDS } from '../stage/acts.ts';
import type { Actor, ActorContext, ActorModel, ActorPose } from './actor.ts';
import { BOARD_HEIGHTS, type Board, boardMesh, boardOf } from './person-board.ts';
import { hasBareLegs, type PersonMeshes, personMeshes } from './person-body.ts';
import { CYCLE } from './person-cycling.ts';
import { type Doing, doingOf } from './person-doing.ts';
import { addExtras } from './person-extras.ts';
import { frontMesh } from './person-front.ts';
import { addCape, addChestItem, addItem, addSkirt } from './person-gear.ts';
import { GESTURES, type Gesture } from './person-gestures.ts';
import { addPersonHead } from './person-head.ts';
import { type ArmPosture, BODY, type LegPosture, mixPostures, type Posture } from './person-joints.ts';
import { lookOf } from './person-look.ts';
import { type Activity, activityOf, type PostureMoment, postureOf, RUN_SPEED, WALK_SPEED } from './person-posture.ts';
import { stoolMesh } from './person-stool.ts';
import { postureWith, stanceWith } from './person-together.ts';
import type { PersonLook } from './person-wear.ts';
import {
  blinkAt,
  CLOTH,
  collectParts,
  finishActor,
  METAL,
  type PartCollector,
  poseOf,
  SHELL,
  SKIN,
  SMOOTH,
  says,
  seedOf,
  sway,
} from './rig.ts';
import { mouthOf } from './speech.ts';

/** People of all trades and ages: they stand, walk, run, sit, ride, dance, wave, fight and fly. */
export const person: ActorModel = {
  gaits: { walk: WALK_SPEED, run: RUN_SPEED, fly: 9, float: 0.25, swim: 0.8, dance: 0, wave: 0, jump: 0, launch: 9 },
  build: buildPerson,
};

function buildPerson(context: ActorContext): Actor {
  const { actor, detail, durationSeconds } = context;
  const look = lookOf(context);
  const board = boardOf(context);
  const meshes = personMeshes(look, detail);
  const acts = actsOf(actor, durationSeconds);
  const bodies = acts.map((act, i) => bodyIn({ ...context, actor: act.actor }, look, i));
  const [first] = bodies as [Body];
  const seed = seedOf(context);
  const mouth = mouthOf(context);
  // A little girl is a girl of few years, not a doll.
  const isSon = look.build === 'child' && says(context, 'family');
  const size = isSon
    ? actor.size * (context.copy === 2 ? 0.72 : 0.6)
    : look.build === 'child' && actor.size < 0.62 && !says(context, 'baby', 'infant', 'newborn')
      ? 0.42 + actor.size * 0.32
      : actor.size;
  const scale =
    first.activity === 'cycle'
      ? CYCLE.riderScale
      : size * (look.build === 'child' ? 0.86 : look.build === 'woman' ? 0.96 : 1) * look.scale;
  const isFrozen = actor.motion.kind === 'still';
  const poseAt: Actor['poseAt'] = (seconds, travel) => {
    const now = isFrozen ? 1 : seconds;
    const moment = { seconds: now, distance: travel.distance, speed: travel.speed, seed: seed % 1000 };
    const index = Math.max(
      0,
      acts.findLastIndex(({ fromSeconds }) => fromSeconds <= now),
    );
    const body = bodies[index]!;
    const before = bodies[index - 1];
    const share = before ? softStep(0, CHANGE_SECONDS, now - acts[index]!.fromSeconds) : 1;
    const own = body.postureAt(moment);
    const shown = before && share < 0.5 ? before : body;
    return personPose({
      look,
      meshes,
      activity: shown.activity,
      posture: before ? mixPostures(before.postureAt(moment), own, share) : own,
      scale,
      seed,
      detail,
      items: shown.items,
      grips: shown.grips,
      seconds: now,
      mouth: mouth(seconds),
      ...(board ? { board, hop: actor.motion.kind === 'jump' ? 0.5 * Math.max(0, Math.sin(now * 3.2)) : 0 } : {}),
      hasStool: /^(?:sitAt|playAt)$/.test(context.part?.how ?? '') && shown === first,
    });
  };
  const sits = bodies.some(({ activity }) => activity === 'sit' || activity === 'ride' || activity === 'cycle');
  const built = finishActor(context, poseAt, {
    speed: first.activity === 'walk' ? WALK_SPEED : first.activity === 'run' ? RUN_SPEED : 0,
    keepsOrigin: sits || bodies.length > 1,
  });
  const holdsIn = ({ activity, doing }: Body): readonly [number, number, number] => {
    const place = HOLDS[doing.gesture ?? 'hold'] ?? HOLDS.carry!;
    const { hips } = postureOf(activity, { seconds: 0, distance: 0, speed: 0, seed: 1 });
    return [place[0] * scale, (hips[1] + place[1]) * scale, (place[2] + (activity === 'crouch' ? 0.2 : 0)) * scale];
  };
  const holds = holdsIn(first);
  const { hips } = postureOf(first.activity, { seconds: 0, distance: 0, speed: 0, seed: 1 });
  const at = (x: number, y: number, z: number) => [x * scale, (hips[1] + y) * scale, (hips[2] + z) * scale] as const;
  const isLow = /^(?:sit|sitOnGround|meditate|kneel)$/.test(first.activity);
  return {
    ...built,
    holds,
    ...(bodies.length === 1
      ? {}
      : {
          holdShift(seconds: number) {
            const index = Math.max(
              0,
              acts.findLastIndex(({ fromSeconds }) => fromSeconds <= seconds),
            );
            const share = softStep(0, CHANGE_SECONDS, seconds - acts[index]!.fromSeconds);
            const [from, to] = [holdsIn(bodies[Math.max(0, index - 1)]!), holdsIn(bodies[index]!)];
            return [0, 1, 2].map((axis) => from[axis]! + (to[axis]! - from[axis]!) * share - holds[axis]!) as [
              number,
              number,
              number,
            ];
          },
        }),
    perches: {
      lap: isLow ? at(0.02, 0.085, 0.2) : at(0, 0.3, 0.24),
      shoulder: at(0.17, BODY.shoulder + 0.045, -0.01),
      head: [0, built.bounds.height / 1.04, 0],
    },
  };
}

/** What a body does in one act. */
interface Body {
  readonly activity: Activity;
  readonly doing: Doing;
  readonly items: Held;
  /** Whether the left and the right hand are closed round something. */
  readonly grips: readonly [left: boolean, right: boolean];
  postureAt(moment: PostureMoment): Posture;
}

function bodyIn(context: ActorContext, look: PersonLook, index: number): Body {
  const doing = doingOf(context);
  // Who has done with others what they met for goes on alone.
  const part = index === 0 ? context.part : undefined;
  const activity = activityIn({ ...context, ...(part ? { part } : {}) }, doing);
  const items = holding(context, look, doing, activity);
  const gesture: Gesture | undefined = isHandsFree(activity) ? GESTURES[doing.gesture ?? 'nod'] : undefined;
  const isFirm = FIRM.test(activity) || FIRM.test(doing.gesture ?? '');
  return {
    activity,
    doing,
    items,
    grips: [isFirm || items.left !== undefined, isFirm || items.right !== undefined],
    postureAt(moment) {
      const free = postureOf(activity, moment);
      const own: Posture = doing.gesture && gesture ? { ...free, ...gesture(moment) } : free;
      return part ? { ...own, ...postureWith(part, moment) } : own;
    },
  };
}

/** What hands are closed for. */
const FIRM =
  /^(?:cycle|ride|fight|climb|run|carry|hold|push|pull|dig|sweep|lift|photograph|text|guitar|violin|drink|phone)$/;

/** Where the middle of a held thing is, from the hips; before the chest where not told. */
const HOLDS: Readonly<Record<string, readonly [number, number, number]>> = {
  hold: [0.23, 0.27, 0.33],
  carry: [0, 0.2, 0.36],
  cradle: [0, 0.27, 0.27],
  read: [0, 0.28, 0.36],
  guitar: [-0.02, 0.16, 0.24],
  violin: [0.12, 0.48, 0.24],
  flute: [0, 0.5, 0.28],
  drink: [-0.07, 0.4, 0.3],
  phone: [-0.2, 0.6, 0.06],
  lift: [0, 0.92, 0.12],
  paint: [-0.1, 0.42, 0.44],
};

/** What the legs do: a verb may say more of them than pose and motion do. */
function activityIn(context: ActorContext, { stance, gesture }: Doing): Activity {
  const { actor, part } = context;
  const board = boardOf(context);
  if (board) return board === 'skis' ? 'ski' : 'board';
  const told = part?.how === 'danceClosely' ? 'stand' : activityOf(actor);
  const met = part && stanceWith(part);
  if (met && (told === 'stand' || told === 'sitOnGround')) return met;
  if (part?.how === 'propose') return part.side === 1 ? 'kneel' : 'stand';
  if (told === 'wave' && gesture === 'salute') return 'stand';
  const isOpen = told === 'stand' || told === 'sitOnGround' || (told === 'walk' && stance === 'climb');
  return stance && isOpen ? stance : told;
}

/** Whether arms may do something of their own. */
function isHandsFree(activity: Activity): boolean {
  return !/^(?:cycle|swim|fly|fight|float|dance|wave|jump|lie|run|board|ski)$/.test(activity);
}

interface Held {
  readonly right?: PersonLook['right'];
  readonly left?: PersonLook['left'];
  readonly before?: Doing['before'];
}

/** What is at hand for a doing, else what belongs to a costume. Nothing is held by hands that hold on to something. */
function holding(context: ActorContext, look: PersonLook, doing: Doing, activity: Activity): Held {
  const { right, left, before } = doing;
  if (/^(?:cycle|ride|swim|lie|climb)$/.test(activity)) return {};
  // Hands that reach for somebody are empty.
  if (context.part && /^(?!sitAt|standAt|atPiano|playAt|face|watch|circle|fight|faceOff)/.test(context.part.how))
    return {};
  if (right || left || before)
    return { ...(right ? { right } : {}), ...(left ? { left } : {}), ...(before ? { before } : {}) };
  if (/^(?:sit|sitOnGround|meditate)$/.test(activity)) return {};
  if (says(context, 'watering')) return { right: 'wateringCan' };
  if (doing.gesture && doing.gesture !== 'hold') return {};
  const isBusy = context.holdsId !== undefined;
  return {
    ...(look.right && !isBusy ? { right: look.right } : {}),
    ...(look.left && !isBusy ? { left: look.left } : {}),
  };
}

interface PersonMoment {
  readonly look: PersonLook;
  readonly meshes: PersonMeshes;
  readonly activity: Activity;
  readonly posture: Posture;
  readonly scale: number;
  readonly seed: number;
  readonly detail: ActorContext['detail'];
  readonly items: Held;
  /** Whether the left and the right hand are closed round something. */
  readonly grips: readonly [left: boolean, right: boolean];
  readonly seconds: number;
  readonly mouth: number;
  /** Sits on a stool of its own, whose top is at the origin. */
  readonly hasStool: boolean;
  /** Glides on it. */
  readonly board?: Board;
  /** Height of a jump with it. */
  readonly hop?: number;
}

function personPose(moment: PersonMoment): ActorPose {
  const { look, meshes, activity, posture, scale, seed, detail, items, seconds, mouth } = moment;
  const lift = moment.board ? BOARD_HEIGHTS[moment.board] + (moment.hop ?? 0) : 0;
  const pose = collectParts(lift > 0 ? multiply(scaling(scale), translation(0, lift, 0)) : scaling(scale));
  if (moment.board) pose.add(boardMesh(moment.board), SHELL, scaling(1));
  if (moment.hasStool) pose.add(stoolMesh(Math.max(1, 1 / scale)), SMOOTH, scaling(1));
  const cloth: Material = look.isMetal ? METAL : CLOTH;
  const hips = compose({ at: posture.hips, rotate: posture.lean });
  const torso = multiply(hips, compose({ rotate: posture.spine }));
  pose.add(meshes.torso, cloth, torso);
  const front = detail === 'far' ? undefined : frontMesh(look);
  if (front) pose.add(front, cloth, torso);
  posture.legs.forEach((leg, i) => {
    if (look.isLegless) return;
    addLeg(pose, hips, leg, i === 0 ? 1 : -1, meshes, hasBareLegs(look) ? SKIN : cloth);
  });
  posture.arms.forEach((arm, i) => {
    const side = i === 0 ? 1 : -1;
    const item = side === 1 ? items.left : items.right;
    const hand = addArm(pose, torso, arm, side, meshes, {
      cloth,
      bare: look.shortSleeves,
      gloved: look.gloves !== undefined,
      isNarrow: look.build === 'woman' && !look.isBulky,
      isClosed: moment.grips[i]!,
    });
    if (item && detail !== 'far') addItem(pose, hand, item, look);
  });
  if (items.before && detail !== 'far') addChestItem(pose, torso, items.before);
  const [leftLeg, rightLeg] = posture.legs;
  const stride = Math.max(
    Math.abs(leftLeg.swing - rightLeg.swing),
    1.3 * Math.max(-leftLeg.swing, -rightLeg.swing, 0),
    activity === 'jump' ? 0.8 : 0,
  );
  const sits =
    activity === 'kneel' ||
    activity === 'crouch' ||
    activity === 'meditate' ||
    activity === 'climb' ||
    activity === 'sit' ||
    activity === 'sitOnGround' ||
    activity === 'ride' ||
    activity === 'cycle';
  addSkirt(pose, hips, look, { seconds, stream: posture.stream, stride: Math.min(1, stride), sits });
  if (look.cape) addCape(pose, torso, look.cape, { seconds, stream: posture.stream, flies: activity === 'fly' });
  addExtras(pose, torso, look, { seconds, stream: posture.stream, flies: activity === 'fly' });
  const headSize = look.scale < 0.8 ? 1.5 : look.build === 'child' ? 1.42 : look.isBulky ? 1.12 : 1.1;
  const neck = compose({ at: [0, BODY.neck, 0.006], rotate: posture.head });
  const head = multiply(
    torso,
    neck,
    translation(0, BODY.headRadius * 0.92 * headSize, BODY.headRadius * 0.1),
    scaling(headSize),
  );
  addPersonHead(pose, head, look, {
    closed: blinkAt(seconds, seed % 997),
    mouth,
    gaze: [0.12 * sway(seconds, 0.8, seed % 31), 0.05 * sway(seconds, 0.5, hashString(`${seed}`) % 31)],
    stream: posture.stream,
    seconds,
    detail,
  });
  return poseOf(pose);
}

function addLeg(
  pose: PartCollector,
  hips: Matrix,
  leg: LegPosture,
  side: 1 | -1,
  meshes: PersonMeshes,
  material: Material,
): void {
  const joint: Vec3 = [BODY.hipSpread * side, 0, 0];
  const thigh = multiply(hips, translation(...joint), rotationZ(leg.out * side), rotationX(leg.swing));
  const shin = multiply(thigh, translation(0, -BODY.thigh, 0), rotationX(leg.bend));
  const foot = multiply(shin, translation(0, -BODY.shin, 0), rotationX(leg.foot), rotationZ(-leg.out * side));
  pose.add(meshes.thigh, material, thigh);
  pose.add(meshes.shin, material, shin);
  pose.add(meshes.shoe, SMOOTH, multiply(foot, compose({ rotate: [0, 0.14 * side, 0] })));
}

function addArm(
  pose: PartCollector,
  torso: Matrix,
  arm: ArmPosture,
  side: 1 | -1,
  meshes: PersonMeshes,
  {
    cloth,
    bare,
    gloved,
    isNarrow,
    isClosed,
  }: {
    readonly cloth: Material;
    readonly bare: boolean;
    readonly gloved: boolean;
    readonly isNarrow: boolean;
    readonly isClosed: boolean;
  },
): Matrix {
  const upper = multiply(
    torso,
    translation(BODY.shoulderSpread * (isNarrow ? 0.93 : 1) * side, BODY.shoulder - 0.02, 0),
    rotationX(-arm.swing),
    rotationZ(arm.out * side),
  );
  const lower = multiply(upper, translation(0, -BODY.upperArm, 0), rotationX(-arm.bend));
  const hand = multiply(lower, translation(0, -BODY.forearm, 0));
  pose.add(meshes.upperArm, cloth, upper);
  pose.add(meshes.forearm, bare ? SKIN : cloth, lower);
  pose.add(isClosed ? meshes.fist : meshes.hand, gloved ? cloth : SKIN, multiply(hand, scaling(side, 1, 1)));
  return hand;
}
