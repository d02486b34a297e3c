import { softStep } from '../model/color.ts';
import { actsOf, CHANGE_SECONDS } from '../stage/acts.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { boardOf } from './person-board.ts';
import { personMeshes } from './person-body.ts';
import { CYCLE } from './person-cycling.ts';
import { type Doing, doingOf } from './person-doing.ts';
import { GESTURES, type Gesture } from './person-gestures.ts';
import { BODY, betweenHands, mixPostures, type Posture } from './person-joints.ts';
import { lookOf } from './person-look.ts';
import { type Held, personPose } from './person-pose.ts';
import { type Activity, activityOf, type PostureMoment, postureOf, RUN_SPEED, WALK_SPEED } from './person-posture.ts';
import { isSport } from './person-sports.ts';
import { postureWith, stanceWith } from './person-together.ts';
import type { PersonLook } from './person-wear.ts';
import { finishActor, says, seedOf } from './rig.ts';
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
  const poseWith =
    (hasFarTools: boolean): Actor['poseAt'] =>
    (seconds, travel) => {
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
        items: hasFarTools || !FAR_TOOLS.test(shown.items.tool ?? '') ? shown.items : {},
        grips: shown.grips,
        seconds: now,
        mouth: mouth(seconds),
        ...(board ? { board, hop: actor.motion.kind === 'jump' ? 0.5 * Math.max(0, Math.sin(now * 3.2)) : 0 } : {}),
        hasStool: /^(?:sitAt|playAt)$/.test(context.part?.how ?? '') && shown === first,
      });
    };
  const sits = bodies.some(({ activity }) => activity === 'sit' || activity === 'ride' || activity === 'cycle');
  const built = finishActor(context, poseWith(true), {
    measuredAt: poseWith(false),
    speed: first.activity === 'walk' ? WALK_SPEED : first.activity === 'run' ? RUN_SPEED : 0,
    keepsOrigin: sits || bodies.length > 1,
  });
  const holdsIn = ({ activity, doing, postureAt }: Body, seconds = 0): readonly [number, number, number] => {
    // A ball above the head is where the hands are.
    if (isSport(activity)) {
      const [x, y, z] = betweenHands(postureAt({ seconds, distance: 0, speed: 0, seed: seed % 1000 }));
      return [x * scale, y * scale, z * scale];
    }
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
    ...(bodies.length === 1 && !isSport(first.activity)
      ? {}
      : {
          holdShift(seconds: number) {
            const index = Math.max(
              0,
              acts.findLastIndex(({ fromSeconds }) => fromSeconds <= seconds),
            );
            const share = softStep(0, CHANGE_SECONDS, seconds - acts[index]!.fromSeconds);
            const [from, to] = [holdsIn(bodies[Math.max(0, index - 1)]!, seconds), holdsIn(bodies[index]!, seconds)];
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

/** Reach far beyond whoever has them. */
const FAR_TOOLS = /^(?:hose|fishingRod)$/;

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
    grips: [
      isFirm || items.left !== undefined || (items.tool !== undefined && activity !== 'lunge'),
      isFirm || items.right !== undefined || items.tool !== undefined,
    ],
    postureAt(moment) {
      const free = turned(postureOf(activity, moment), part ? undefined : SIDEWAYS[activity]);
      const own: Posture = gesture ? { ...free, ...gesture(moment) } : free;
      // Who is turned to somebody needs no turn of his own.
      return part ? { ...own, lean: free.lean, ...postureWith(part, moment) } : own;
    },
  };
}

/** Radians that bodies turn from the camera, so that what they do is seen from the side. */
const SIDEWAYS: Readonly<Partial<Record<Activity, number>>> = {
  kick: 0.95,
  chop: 0.9,
  hammer: 0.7,
  swingBat: 0.45,
  swingClub: 0.4,
  serve: 0.7,
  shootHoop: 0.5,
  highKick: 1.15,
  lunge: 1.1,
  pushUp: 1.2,
  skate: 0.5,
  ballet: 1.1,
};

function turned(posture: Posture, turn: number | undefined): Posture {
  if (turn === undefined) return posture;
  const [x, y, z] = posture.lean;
  return { ...posture, lean: [x, y + turn, z] };
}

/** What hands are closed for. */
const FIRM =
  /^(?:cycle|ride|fight|climb|run|carry|hold|push|pull|dig|sweep|lift|photograph|text|guitar|violin|drink|phone)$/;

/** Where the middle of a held thing is, from the hips; before the chest where not told. */
const HOLDS: Readonly<Record<string, readonly [number, number, number]>> = {
  hold: [0.23, 0.27, 0.33],
  holdTwo: [0.23, 0.27, 0.33],
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
  return stance && (isOpen || MEANT[stance]?.test(told)) ? stance : told;
}

/** What a body that runs, dances or fights does where its trade says more of it. */
const MEANT: Readonly<Partial<Record<Activity, RegExp>>> = {
  skate: /^(?:walk|run|swim|dance)$/,
  ballet: /^dance$/,
  highKick: /^fight$/,
  lunge: /^fight$/,
  handstand: /^(?:dance|jump)$/,
  shootHoop: /^jump$/,
};

/** Whether arms may do something of their own. */
function isHandsFree(activity: Activity): boolean {
  return !isSport(activity) && !/^(?:cycle|swim|fly|fight|float|dance|wave|jump|lie|run|board|ski)$/.test(activity);
}

/** What is at hand for a doing, else what belongs to a costume. Nothing is held by hands that hold on to something. */
function holding(context: ActorContext, look: PersonLook, doing: Doing, activity: Activity): Held {
  const { right, left, before, tool } = doing;
  if (/^(?:cycle|ride|swim|lie|climb)$/.test(activity)) return {};
  // Hands that reach for somebody are empty.
  if (context.part && /^(?!sitAt|standAt|atPiano|playAt|face|watch|circle|fight|faceOff)/.test(context.part.how))
    return {};
  if (right || left || before || tool)
    return {
      ...(right ? { right } : {}),
      ...(left ? { left } : {}),
      ...(before ? { before } : {}),
      ...(tool ? { tool } : {}),
    };
  if (/^(?:sit|sitOnGround|meditate)$/.test(activity)) return {};
  if (says(context, 'watering')) return { right: 'wateringCan' };
  if (doing.gesture && doing.gesture !== 'hold') return {};
  const isBusy = context.holdsId !== undefined;
  return {
    ...(look.right && !isBusy ? { right: look.right } : {}),
    ...(look.left && !isBusy ? { left: look.left } : {}),
  };
}
