import type { Material, Vec3 } from '@openimagine/render';
import { compose, type Matrix, multiply, rotationX, rotationZ, scaling, translation } from '../model/matrix.ts';
import { hashString } from '../random.ts';
import type { ActorContext, ActorPose } from './actor.ts';
import { BOARD_HEIGHTS, type Board, boardMesh } from './person-board.ts';
import { hasBareLegs, type PersonMeshes } from './person-body.ts';
import type { Doing } from './person-doing.ts';
import { addExtras } from './person-extras.ts';
import { frontMesh } from './person-front.ts';
import { addCape, addChestItem, addItem, addSkirt } from './person-gear.ts';
import { addPersonHead } from './person-head.ts';
import { type ArmPosture, BODY, type LegPosture, type Posture } from './person-joints.ts';
import type { Activity } from './person-posture.ts';
import { stoolMesh } from './person-stool.ts';
import type { Tool } from './person-tool.ts';
import { addTool } from './person-tools.ts';
import type { PersonLook } from './person-wear.ts';
import { blinkAt, CLOTH, collectParts, METAL, type PartCollector, poseOf, SHELL, SKIN, SMOOTH, sway } from './rig.ts';

/** What the hands have. */
export interface Held {
  readonly right?: PersonLook['right'];
  readonly left?: PersonLook['left'];
  readonly before?: Doing['before'];
  readonly tool?: Tool;
}

/** All that a body is drawn from at one moment. */
export interface PersonMoment {
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

/** A body in its posture, dressed, with what is in its hands. */
export function personPose(moment: PersonMoment): ActorPose {
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
  const hands: Matrix[] = [];
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
    hands.push(hand);
    if (item && detail !== 'far') addItem(pose, hand, item, look);
  });
  if (items.tool) addTool(pose, items.tool, { torso, hands: [hands[0]!, hands[1]!], toward: posture.tool });
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
