import { bare } from './dress.ts';
import { facet } from './facet.ts';
import { relight, sharp, tinted } from './relight.ts';
import type { StyleTreatment } from './style.ts';

/** A travel poster of the twenties: clean facets and flat sheets of cream, teal, gold and brick, lit from low at the side. */
export const poster: StyleTreatment = {
  says: 'A poster-style',
  paint: 'paperCut',
  framesPerSecond: 12,
  grade: {
    ...{ saturation: 0.95, contrast: 1.12, exposure: 0.86, grain: 0, vignette: 0, bloom: 0.3 },
    ...{ shadows: [-0.012, 0.012, 0.04], highlights: [0.03, 0.014, -0.03] },
  },
  dress: bare,
  light: (moment) => {
    const lit = relight(moment, {
      sun: [1.15, 1.05, 0.85],
      softness: 0.01,
      up: [0.95, 1.02, 1.1],
      fog: 1.1,
      clouds: 0.5,
    });
    const { sky, fog } = lit;
    return sharp({
      ...lit,
      sky: {
        ...sky,
        zenith: tinted(sky.zenith, [0.25, 1.0, 1.2], 0.85),
        horizon: tinted(sky.horizon, [1.35, 1.0, 0.55], 0.8),
      },
      fog: { ...fog, color: tinted(fog.color, [1.25, 1.0, 0.66], 0.6) },
    });
  },
};

/** A canvas of 1910: everything broken into facets, in ochre, umber, slate and olive. */
export const cubist: StyleTreatment = {
  says: 'A cubist',
  paint: 'stainedGlass',
  framesPerSecond: 12,
  grade: {
    ...{ saturation: 0.55, contrast: 1.2, exposure: 1.1, grain: 0, vignette: 0.6, bloom: 0.3 },
    ...{ shadows: [0.004, 0.004, 0.02], highlights: [0.05, 0.02, -0.045] },
  },
  dress: bare,
  shape: facet,
  light: (moment) => {
    const lit = relight(moment, { sun: [1.3, 1.2, 1], softness: 0.01, up: [0.8, 0.85, 0.95], fog: 0.6, clouds: 0 });
    const { sky } = lit;
    return sharp({
      ...lit,
      sky: {
        ...sky,
        zenith: tinted(sky.zenith, [0.8, 0.95, 1.2], 0.6),
        horizon: tinted(sky.horizon, [1.2, 1.0, 0.7], 0.75),
      },
    });
  },
};
