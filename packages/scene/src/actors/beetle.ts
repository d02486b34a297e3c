import type { Mesh } from '@openimagine/render';
import { smoothBlob } from '../model/blob.ts';
import { cachedMesh } from '../model/cache.ts';
import { mixColors, softStep } from '../model/color.ts';
import { compose, multiply, rotationY, rotationZ, scaling, translation } from '../model/matrix.ts';
import { type MeshPart, mergeMeshes, paint } from '../model/mesh.ts';
import { sphere } from '../model/primitives.ts';
import { tube } from '../model/tube.ts';
import type { ActorContext, ActorModel } from './actor.ts';
import { type CritterLook, critterModel } from './critter.ts';
import { dragonfly } from './dragonfly.ts';
import { ball, edgeFactor, SHELL, says } from './rig.ts';

const BLACK = '#17130f';
const GLAZE = { specular: 0.95, gloss: 90, wrap: 0.15, rim: 0.2 } as const;
/** Spots of a ladybird's left wing case: across and along, and their radius, in its own units. */
const SPOTS = [
  [0.0, 0.62, 0.17],
  [0.56, 0.36, 0.2],
  [0.5, -0.3, 0.21],
  [0.3, -0.72, 0.15],
] as const;

const isSpotted = (context: ActorContext): boolean =>
  says(context, 'ladybug', 'ladybird', 'spotted', 'てんとう虫', '瓢虫', 'marienkäfer', 'coccinelle', 'mariquita');

const crawler = critterModel('beetle', {
  gaits: { walk: 0.08, run: 0.2, fly: 1, float: 0.3, jump: 0, dance: 0 },
  color: '#c8201c',
  light: '#ff7a5a',
  speed: 0.08,
  pose(to, { seconds, distance, seed, flies }, look) {
    const lift = flies ? 0.09 + 0.015 * Math.sin(seconds * 3 + seed) : 0;
    const body = compose({ at: [0, lift, 0], rotate: [flies ? -0.3 : 0, 0.05 * Math.sin(seconds * 0.9 + seed), 0] });
    to.add(caseMesh(look), GLAZE, body);
    to.add(
      cachedMesh(`${look.key}/fore`, () => foreMesh(isSpotted(look.context))),
      GLAZE,
      body,
    );
    const feel = 0.18 * Math.sin(seconds * 2.6 + seed);
    for (const side of [1, -1])
      to.add(
        cachedMesh('beetle/feeler', feeler),
        SHELL,
        multiply(body, scaling(side, 1, 1), translation(0.008, 0.026, 0.052), rotationY(feel)),
      );
    for (let i = 0; i < 6; i++) {
      const side = i % 2 === 0 ? 1 : -1;
      const row = Math.floor(i / 2);
      const step = flies ? 0 : 0.3 * Math.sin((distance / 0.05) * Math.PI + (i % 2) * Math.PI + row * 2.1);
      to.add(
        cachedMesh('beetle/leg', legMesh),
        SHELL,
        multiply(
          body,
          scaling(side, 1, 1),
          translation(0.022, 0.016, 0.03 - row * 0.026),
          rotationY(-0.5 + row * 0.5 + step * side),
        ),
      );
    }
    if (!flies) return;
    for (const side of [1, -1])
      to.add(
        cachedMesh('beetle/wing', () =>
          paint(smoothBlob([ball([0.05, 0, -0.015], [0.05, 0.004, 0.02])], 0.005), () => [214, 226, 236]),
        ),
        { emissive: 0.2, specular: 0.6, gloss: 60 },
        multiply(
          body,
          scaling(side, 1, 1),
          translation(0.012, 0.045, 0.01),
          rotationZ(0.5 + 0.6 * Math.sin(seconds * 60)),
        ),
        { castsShadow: false },
      );
  },
});

/** Two domed wing cases with a seam, over a flat belly. */
function caseMesh({ key, base, light, dark, detail, context }: CritterLook): Mesh {
  const spotted = isSpotted(context);
  const dome = spotted ? [0.046, 0.042, 0.052] : [0.036, 0.032, 0.058];
  const [w, h, l] = dome as [number, number, number];
  return cachedMesh(`${key}/case/${spotted}`, () =>
    paint(
      smoothBlob(
        [
          ball([0, 0.012, -0.012], [w, h, l]),
          { kind: 'block', at: [0, -0.09, 0], size: [0.4, 0.2, 0.4], round: 0.002, cut: true, blend: 0.004 },
        ],
        0.0036 * edgeFactor(detail) ** 0.6,
      ),
      (x, y, z, normal) => {
        if (normal[1] < -0.4 || y < 0.012) return mixColors(BLACK, base, 0.12);
        const [u, v] = [Math.abs(x) / w, (z + 0.012) / l];
        const seam = softStep(0.05, 0.02, u);
        const spot = spotted
          ? Math.max(...SPOTS.map(([sx, sz, r]) => softStep(r, r - 0.05, Math.hypot(u - sx, v - sz))))
          : 0;
        const grooves = spotted ? 0 : 0.35 * softStep(0.5, 0.9, Math.sin(u * 26));
        const shine = mixColors(base, light, softStep(0.6, 1, normal[1]) * (spotted ? 0.12 : 0.4));
        return mixColors(mixColors(shine, dark, grooves), BLACK, Math.max(seam, spot));
      },
    ),
  );
}

/** The shield behind the head, the head, white cheeks and eyes. */
function foreMesh(spotted: boolean): Mesh {
  const shield = paint(
    smoothBlob(
      [ball([0, 0.02, 0.034], [0.03, 0.022, 0.018]), ball([0, 0.017, 0.05], [0.018, 0.015, 0.013], { blend: 0.004 })],
      0.0034,
    ),
    (x, y, z) =>
      mixColors(
        BLACK,
        '#f4efe2',
        spotted ? softStep(0.011, 0.008, Math.hypot(Math.abs(x) - 0.022, (y - 0.026) * 0.9, (z - 0.04) * 1.1)) : 0,
      ),
  );
  const eyes = [1, -1].flatMap((side): MeshPart[] => [
    { mesh: sphere(0.0058, '#0c0a0a', 10), matrix: translation(side * 0.0125, 0.021, 0.058) },
    { mesh: sphere(0.0018, '#ffffff', 6), matrix: translation(side * 0.0125 - 0.002, 0.0245, 0.0625) },
  ]);
  return mergeMeshes([{ mesh: shield }, ...eyes]);
}

const feeler = (): Mesh =>
  mergeMeshes([
    {
      mesh: tube(
        [
          [0, 0, 0.004],
          [0.009, 0.008, 0.016],
          [0.016, 0.006, 0.026],
        ],
        { radius: 0.0012, color: BLACK, sides: 5, rings: 7 },
      ),
    },
    { mesh: sphere(0.0024, BLACK, 6), matrix: translation(0.016, 0.006, 0.026) },
  ]);

const legMesh = (): Mesh =>
  tube(
    [
      [0, 0, 0],
      [0.02, 0.006, 0],
      [0.033, -0.008, 0.002],
      [0.038, -0.0152, 0.006],
    ],
    { radius: (t) => 0.0034 - 0.0016 * t, color: BLACK, sides: 5, rings: 6 },
  );

/** A ladybird with its spots, a shiny beetle, or a dragonfly, by its word. */
export const beetle: ActorModel = {
  gaits: crawler.gaits,
  build(context) {
    if (says(context, 'dragonfly', 'damselfly', 'libelle', 'libellule', 'libélula', 'トンボ', '蜻蜓'))
      return dragonfly.build(context);
    const { actor } = context;
    const own = actor.color ?? (isSpotted(context) ? '#d0231a' : '#1f6a4a');
    return crawler.build({ ...context, actor: { ...actor, color: own } });
  },
};
