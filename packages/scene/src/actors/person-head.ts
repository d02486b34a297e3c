import type { Mesh } from '@openimagine/render';
import { smoothBlob } from '../model/blob.ts';
import { cachedMesh } from '../model/cache.ts';
import { mixColors, softStep, toHex } from '../model/color.ts';
import type { Matrix } from '../model/matrix.ts';
import { paint } from '../model/mesh.ts';
import type { ActorContext } from './actor.ts';
import { addBeard } from './person-beard.ts';
import { earringsMesh, headphonesMesh } from './person-extras.ts';
import { addFace } from './person-face.ts';
import { addHair } from './person-hair.ts';
import { hatMesh } from './person-hats.ts';
import { BODY } from './person-joints.ts';
import { addPipe } from './person-pipe.ts';
import { type HeadMoment, skullParts } from './person-skull.ts';
import type { PersonLook } from './person-wear.ts';
import { ball, CLOTH, edgeFactor, METAL, type PartCollector, SHELL, SKIN, SMOOTH } from './rig.ts';

const R = BODY.headRadius;

/** Face, hair and hat, in the head's space: the middle of the skull at the origin. */
export function addPersonHead(pose: PartCollector, head: Matrix, look: PersonLook, moment: HeadMoment): void {
  const { detail } = moment;
  const isHelmet = look.hat === 'visor' || look.hat === 'helmet';
  // A headscarf hides all hair, a bride's veil does not.
  const isCovered = look.hat === 'veil' && look.costume !== 'bride';
  pose.add(skull(look, detail), SKIN, head);
  if (look.hat !== 'visor') addFace(pose, head, look, moment);
  if (look.hair !== 'bald' && !isHelmet && look.hat !== 'hood' && !isCovered) addHair(pose, head, look, moment);
  if (look.beard !== 'none' && look.hat !== 'visor') addBeard(pose, head, look, detail);
  if (look.smokesPipe && look.hat !== 'visor') addPipe(pose, head);
  if (look.earrings && detail !== 'far') pose.add(earringsMesh(look.earrings), METAL, head, { castsShadow: false });
  if (look.headphones && look.hat !== 'visor' && look.hat !== 'helmet')
    pose.add(headphonesMesh(look.headphones), SMOOTH, head);
  if (look.hat === 'none') return;
  const hat = hatMesh(look.hat, look.hatColor, look.accent);
  pose.add(hat, look.hat === 'helmet' ? METAL : look.hat === 'crown' ? SHELL : CLOTH, head);
  if (look.hat === 'visor') pose.add(visorGlass(), { ...SHELL, specular: 1, gloss: 120 }, head);
}

function skull(look: PersonLook, detail: ActorContext['detail']): Mesh {
  const key = `person/head/${look.build}/${look.face}/${detail}`;
  return cachedMesh(`${key}/${toHex(look.skin)}/${toHex(look.hatColor)}/${look.hat === 'hood'}`, () => {
    const edge = detail === 'hero' ? 0.0202 : 0.0188 * edgeFactor(detail);
    const shape = cachedMesh(key, () => smoothBlob(skullParts(look), edge));
    const blush = mixColors(look.skin, '#d8504a', 0.42);
    const dusk = mixColors(look.skin, '#7a3a34', 0.3);
    return paint(shape, (x, y, z, normal) => {
      if (look.hat === 'hood' && (y > R * 0.32 || y < -R * 0.12 || z < R * 0.2)) return look.hatColor;
      if (look.face === 'skull') return skullColor(look, x, y, z);
      const side = Math.abs(x);
      const cheek =
        softStep(R * 0.42, R * 0.08, Math.hypot(side - R * 0.5, y + R * 0.3)) * softStep(R * 0.3, R * 0.6, z);
      const tip = softStep(R * 0.16, R * 0.02, Math.hypot(x, y + R * 0.24)) * softStep(R * 0.9, R * 1.02, z);
      // Round the eyes and in the ears skin is a little darker.
      const socket = softStep(R * 0.26, R * 0.1, Math.hypot(side - R * 0.34, y - R * 0.08)) * softStep(0.1, 0.5, z / R);
      const ear = softStep(R * 0.88, R * 0.96, side) * softStep(0.6, 0.1, normal[0] * Math.sign(x)) * 0.5;
      const warm = mixColors(look.skin, blush, Math.min(1, cheek * 0.62 + tip * 0.4 + ear));
      return mixColors(warm, dusk, socket * 0.55);
    });
  });
}

/** Bones that show: dark sockets, a hole for the nose, rows of teeth. */
function skullColor({ skin }: PersonLook, x: number, y: number, z: number): readonly [number, number, number] {
  const side = Math.abs(x);
  const nose = softStep(R * 0.13, R * 0.08, Math.hypot(x * 1.3, y + R * 0.2)) * softStep(0.5, 0.8, z / R);
  const socket = softStep(R * 0.3, R * 0.22, Math.hypot(side - R * 0.35, y - R * 0.05)) * softStep(0.2, 0.5, z / R);
  const isTeeth = Math.abs(y + R * 0.56) < R * 0.13 && side < R * 0.42 && z > R * 0.3;
  const gap = isTeeth && (Math.abs(y + R * 0.56) < R * 0.03 || Math.abs(((side / R + 0.05) % 0.12) - 0.06) < 0.018);
  return mixColors(skin, '#221a18', Math.max(nose, socket, gap ? 0.75 : 0));
}

/** A dark, gilded pane that mirrors the sky. */
function visorGlass(): Mesh {
  return cachedMesh('person/visor-glass', () =>
    paint(smoothBlob([ball([0, R * 0.02, R * 0.36], [R * 1.08, R * 0.86, R * 1.08])], R * 0.16), (_, y) =>
      mixColors('#2a1c10', '#e0a23c', softStep(-R * 0.5, R * 0.75, y)),
    ),
  );
}
