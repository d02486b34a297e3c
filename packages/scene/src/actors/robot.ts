import type { PointLight } from '@openimagine/render';
import { toLinear } from '../model/color.ts';
import { compose, type Matrix, scaling } from '../model/matrix.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { collectParts, finishActor, poseOf, SHELL, says, seedOf, strideShare, sway } from './rig.ts';
import { addArms } from './robot-arms.ts';
import { bodyMesh, chestLight } from './robot-body.ts';
import { addHead } from './robot-head.ts';
import { addLegs, STEP } from './robot-legs.ts';
import { LIT, lookOf, type RobotLook } from './robot-look.ts';
import { mouthOf } from './speech.ts';

/** A friendly robot: round screen face with glowing eyes, a mouth of light that moves while it speaks, one antenna. */
export const robot: ActorModel = {
  gaits: { walk: 0.9, run: 2, wave: 0, dance: 0, jump: 0, fly: 4, float: 0.3 },
  build: buildRobot,
};

/** Height of the hips of a robot that stands, metres. */
const HIP = 0.47;

function buildRobot(context: ActorContext): Actor {
  const { actor } = context;
  const look = lookOf(context);
  const seed = seedOf(context);
  const mouth = mouthOf(context);
  const waters = says(context, 'watering', 'gardener', 'gardening', 'waters');
  const talks = actor.says !== undefined;
  const { kind: motion } = actor.motion;
  const flies = motion === 'fly' || motion === 'float' || actor.pose === 'flying';
  const dance = motion === 'dance' ? 1 : 0;
  const poseAt: Actor['poseAt'] = (time, travel) => {
    const seconds = motion === 'still' ? 1 : time;
    const share = flies ? 0 : strideShare(travel.speed, 0.9);
    const phase = travel.distance / STEP.stride;
    const open = mouth(time);
    const hop = motion === 'jump' ? 0.3 * Math.max(0, Math.sin(seconds * 4.5)) : 0;
    const hover = flies ? 0.12 + 0.04 * Math.sin(seconds * 2) : 0;
    const hips = hipsAt(seconds, {
      up: HIP + hop + hover + share * 0.012 * Math.cos(phase * 4 * Math.PI) - share * 0.02,
      lean: flies ? 0.35 * Math.min(1, travel.speed / 2) : 0.02 * sway(seconds, 0.8, seed),
      roll: share * 0.05 * Math.sin(phase * 2 * Math.PI),
      dance,
    });
    const pose = collectParts(scaling(actor.size));
    pose.add(bodyMesh(look), SHELL, hips);
    pose.add(chestLight(look), LIT, hips, { emissive: 0.75 + 0.25 * Math.sin(seconds * 2.2) });
    addLegs(pose, hips, look, { phase, share, dangles: flies, lift: hop + hover });
    addArms(pose, hips, look, { seconds, phase, share, motion, waters, talks: open });
    addHead(pose, hips, look, { seconds, seed, mouth: open, dance, talks });
    return context.isNight ? { ...poseOf(pose), lights: [faceLight(look, actor.size, open)] } : poseOf(pose);
  };
  return finishActor(context, poseAt, { speed: motion === 'walk' || motion === 'run' ? 0.9 : 0 });
}

/** At night its face lights what is before it, more so while it speaks. */
function faceLight({ glow }: RobotLook, size: number, open: number): PointLight {
  return { position: [0, 1.25 * size, 0.5 * size], color: toLinear(glow, 0.35 + 0.4 * open), radius: 1.6 * size };
}

interface HipsMoment {
  /** Metres above the ground. */
  readonly up: number;
  /** Forward and sideways, radians. */
  readonly lean: number;
  readonly roll: number;
  /** 1 while it dances, else 0. */
  readonly dance: number;
}

/** Everything else hangs from the hips. */
function hipsAt(seconds: number, { up, lean, roll, dance }: HipsMoment): Matrix {
  const beat = Math.sin(seconds * 4);
  return compose({ at: [dance * 0.05 * beat, up, 0], rotate: [lean, dance * 0.3 * beat, roll + dance * 0.12 * beat] });
}
