import type { EditOperation } from '../operation.ts';
import type { ToolMaker } from '../tool.ts';
import { addObject } from './add/add-object.ts';
import { makeBackground } from './background/background.ts';
import { makeCollage } from './collage.ts';
import { makeCrop } from './crop.ts';
import { makeFlip } from './flip.ts';
import { makeGrade } from './grade.ts';
import { makePaste } from './paste/paste.ts';
import { makeRecolor } from './recolor.ts';
import { makeRemove } from './remove/remove.ts';
import { makeRestyle } from './restyle.ts';
import { makeTitle } from './title.ts';
import { makeWeather } from './weather.ts';

/** What changes a clip's sound or its timeline, not its frames. */
export type ClipKind = 'speed' | 'reverse' | 'mute' | 'sound';

export type FrameKind = Exclude<EditOperation['kind'], ClipKind>;

export type ToolMakers = { readonly [Kind in FrameKind]: ToolMaker<Kind> };

/** Who carries out what on frames. */
export const TOOL_MAKERS: ToolMakers = {
  add: addObject,
  background: makeBackground,
  collage: makeCollage,
  crop: makeCrop,
  flip: makeFlip,
  grade: makeGrade,
  paste: makePaste,
  recolor: makeRecolor,
  remove: makeRemove,
  restyle: makeRestyle,
  title: makeTitle,
  weather: makeWeather,
};
