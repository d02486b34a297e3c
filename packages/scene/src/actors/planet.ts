import type { Material } from '@openimagine/render';
import { createCache } from '../model/cache.ts';
import { mixColors, type Srgb, shade, toHex, toSrgb } from '../model/color.ts';
import { lathe } from '../model/lathe.ts';
import { compose, multiply, rotationX, rotationY, rotationZ } from '../model/matrix.ts';
import { ring, sphere } from '../model/primitives.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { planetSkin, type Skin } from './planet-skin.ts';
import { isCalled, type PropPart, propActor, propParts } from './prop.ts';
import { segmentsFor } from './rig.ts';

/** A banded globe, two metres across, that turns slowly; ringed by word or chance; the Earth and Mars look like themselves. */
export const planet: ActorModel = { gaits: { spin: 0.1, float: 0.1 }, build };

const GLOBE: Material = { specular: 0.08, gloss: 20, rim: 0.06, wrap: 0.04, emissive: 0.02 };

function build(context: ActorContext): Actor {
  const { actor, detail, copy } = context;
  const isEarth = isCalled(context, /earth|globe|world/);
  const isRinged =
    isCalled(context, /ring|saturn/) ||
    (!isEarth && !isCalled(context, /mars|venus|mercury|jupiter|neptune/) && copy % 2 === 0);
  if (isCalled(context, /black hole/)) return buildBlackHole(context);
  const color = toSrgb(
    actor.color ??
      (isEarth
        ? '#2a66b0'
        : isCalled(context, /mars/)
          ? '#c0562c'
          : isCalled(context, /neptune|uranus/)
            ? '#4f86d8'
            : '#d9a066'),
  );
  const skin: Skin = isEarth
    ? 'earth'
    : isCalled(context, /mars|mercury|venus|red planet|rock|desert|moon/)
      ? 'rock'
      : isCalled(context, /ice|frozen|snow|europa/)
        ? 'ice'
        : 'giant';
  const globe = [globeOf(skin, color, detail)];
  const rings = propParts(`planet/rings/${toHex(color)}`, detail, (to) => {
    for (const [inner, outer, tone] of [
      [1.28, 1.5, 0.75],
      [1.53, 1.84, 1.1],
      [1.88, 2.05, 0.85],
      [2.1, 2.18, 0.6],
    ] as const) {
      to.add(
        GLOBE,
        lathe(
          [
            [inner, -0.006],
            [outer, -0.006],
            [outer, 0.006],
            [inner, 0.006],
            [inner, -0.006],
          ],
          shade(mixColors(color, '#e8d3ac', 0.45), tone * 0.86),
          to.segments(72),
        ),
      );
    }
  });
  const lift = 1.02;
  const tilt = compose({ at: [0, lift, 0], rotate: [0.3, 0, 0.32] });
  return propActor(context, [], {
    animate(t, _travel, add) {
      add(globe, multiply(tilt, rotationY(t * 0.12)));
      if (isRinged)
        add(rings, multiply(compose({ at: [0, lift, 0] }), rotationX(0.3), rotationZ(0.32)), { castsShadow: false });
    },
  });
}

const globes = createCache<PropPart>(12);

function globeOf(skin: Skin, color: Srgb, detail: ActorContext['detail']): PropPart {
  return globes(`${skin}/${toHex(color)}/${detail}`, () => ({
    mesh: sphere(1, color, segmentsFor(detail, 88), true),
    material: { ...GLOBE, texture: planetSkin(skin, color) },
  }));
}

const VOID: Material = { specular: 0 };
const DISK: Material = { emissive: 1.5, specular: 0 };

/** A black globe in a glowing disk, whose far half is seen bent up and over it. */
function buildBlackHole(context: ActorContext): Actor {
  const round = context.detail === 'far' ? 40 : 84;
  const hole = propParts('planet/hole', context.detail, (to) => to.add(VOID, sphere(0.62, '#000000', to.segments(60))));
  const disk = propParts('planet/disk', context.detail, (to) => {
    for (let i = 0; i < 7; i++) {
      const [inner, outer] = [0.82 + i * 0.17, 0.99 + i * 0.17];
      const tone = mixColors('#ffe9c4', '#8a2f10', i / 6);
      to.add(
        DISK,
        lathe(
          [
            [inner, -0.004],
            [outer, -0.004],
            [outer, 0.004],
            [inner, 0.004],
            [inner, -0.004],
          ],
          shade(tone, 1 - 0.08 * i),
          round,
        ),
      );
    }
  });
  const halo = propParts('planet/halo', context.detail, (to) =>
    to.add(DISK, ring(0.74, 0.045, '#ffd79a', Math.PI * 2, round)),
  );
  return propActor(context, [], {
    animate(t, _travel, add) {
      const at = compose({ at: [0, 1.02, 0] });
      add(hole, at);
      add(halo, at, { castsShadow: false });
      add(disk, multiply(at, rotationX(0.24), rotationZ(0.12), rotationY(t * 0.3)), { castsShadow: false });
    },
  });
}
