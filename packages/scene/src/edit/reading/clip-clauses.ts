import { FACTOR_MAX, FACTOR_MIN } from '../clip-operations.ts';
import type { EditOperation } from '../operation.ts';
import { type ClauseReader, group } from './clause-reader.ts';
import { readSounds } from './sounds.ts';

const SOUND = '(?:sounds?|audio|noises?|voices?|speech|music|soundtrack|volume|sfx|ambience|dialogue|talking)';
const MUTE = new RegExp(
  `^(?:(?:mute|silence)\\b|(?:remove|delete|erase|no|without|strip|kill|turn off|cut|drop|get rid of|take (?:out|away|off)|switch off|disable|discard)\\s+(?:all |any |the |of |its |original |background |existing |out )*${SOUND}\\b(?!.*\\b(?:with|and add)\\b)|(?:make|turn|render|leave)\\s+.{0,24}\\b(?:silent|mute|muted|soundless|quiet)\\b(?! film| movie)|no ${SOUND}\\b)`,
  'iu',
);
const ADD_SOUND = new RegExp(
  `^(?:(?:add|put|insert|include|overlay|play|give|layer|mix|use|want|need|have|let|set|accompany|dub|with|underlay|bring)\\b.*?)?(?:\\b${SOUND}\\b|\\bsound effects?\\b|\\bbird-?song\\b|\\bapplause\\b|\\bbarking\\b|\\bmeowing\\b|\\bfoot-?steps\\b|\\bchirping\\b|\\bcrackling\\b|\\bsongs?\\b|\\b(?:sleigh|jingle) bells\\b|\\bwind chimes\\b)`,
  'iu',
);
const QUIETLY = /\b(?:quiet(?:ly)?|soft(?:ly)?|faint(?:ly)?|gentle|subtle|distant|low|light|background)\b/iu;
const LOUDLY = /\b(?:loud(?:ly|er)?|heavy|strong|booming|roaring)\b/iu;

const readSoundClause: ClauseReader = (clause, { inputs }) => {
  if (inputs.kind !== 'video') return undefined;
  const replaced = new RegExp(
    `^(?:replace|swap|exchange|change|substitute)\\s+(?:the |its |original |all )*${SOUND}\\s+(?:with|by|for|to)\\s+(.+)$`,
    'iu',
  ).exec(clause);
  if (replaced) return [{ kind: 'mute' }, ...soundsOf(group(replaced, 1))];
  if (MUTE.test(clause)) return [{ kind: 'mute' }];
  if (!ADD_SOUND.test(clause) || /«/u.test(clause)) return undefined;
  const sounds = soundsOf(clause);
  return sounds.length > 0 ? sounds : undefined;
};

function soundsOf(text: string): readonly EditOperation[] {
  const loudness = QUIETLY.test(text) ? 0.35 : LOUDLY.test(text) ? 0.9 : 0.6;
  return readSounds(text).map((sound) => ({ kind: 'sound', sound, loudness }));
}

const BACKWARDS = /\b(?:backwards?|in reverse|revers(?:e|ed)|rewind)\b/iu;
/** All that a clause says of sound and time: "play in slow motion with dramatic music". */
export const readClipClause: ClauseReader = (clause, context) => {
  const sound = readSoundClause(clause, context);
  const tempo =
    sound && !/\b(?:slow[- ]?mo|slow(?:er)? (?:motion|down)|speed|time-?lapse|fast-?forward)/iu.test(clause)
      ? undefined
      : readTempoClause(clause, context);
  const reverse = tempo ? undefined : readReverseClause(clause, context);
  if (!sound && !tempo && !reverse) return undefined;
  const mute: readonly EditOperation[] =
    !sound && /\b(?:without|with no|no|minus) (?:any |the )*(?:sound|audio|noise)\b/iu.test(clause)
      ? [{ kind: 'mute' }]
      : [];
  return [...(sound ?? []), ...(tempo ?? []), ...(reverse ?? []), ...mute];
};

const TEMPO =
  /\b(?:speed|speeds|sped|fast(?:er)?|fast-?forward|slow(?:er|ly|ed)?|slow-?mo(?:tion)?|accelerated?|decelerate|time-?lapse|hyper-?lapse|play(?:ed|back)?|tempo|pace|double|halve|quick(?:er|en)?)\b/iu;
const SLOWER = /\bslow|\bhalf\b|\bhalve|decelerate|\bquarter\b/iu;
const FASTER =
  /\bfast|speed\b.*\bup\b|\bup the (?:speed|pace)|\b(?:increase|raise|boost|double|triple) (?:the |its )*(?:playback )?(?:speed|pace|tempo)|accelerat|double|twice|triple|time-?lapse|hyper-?lapse|quick|sped up/iu;

const readTempoClause: ClauseReader = (clause, { inputs }) => {
  if (inputs.kind !== 'video' || !TEMPO.test(clause) || /«|\bdouble exposure\b/u.test(clause)) return undefined;
  const isSlower = SLOWER.test(clause) && !/\btwice as fast|\bdouble/iu.test(clause);
  if (!isSlower && !FASTER.test(clause) && !/\bspeed\b|\d\s*(?:x|×)/iu.test(clause)) return undefined;
  const asked = factorOf(clause, isSlower);
  if (asked === undefined) return undefined;
  // What is told as done must be what is done.
  const factor = Math.min(FACTOR_MAX, Math.max(FACTOR_MIN, asked));
  return BACKWARDS.test(clause) ? [{ kind: 'speed', factor }, { kind: 'reverse' }] : [{ kind: 'speed', factor }];
};

function factorOf(clause: string, isSlower: boolean): number | undefined {
  const slightly = /\b(?:a (?:bit|little|touch)|slightly)\b/iu.test(clause);
  const percent = /(\d+(?:\.\d+)?)\s*(?:%|percent)/iu.exec(clause);
  if (percent) {
    const share = Number(percent[1]) / 100;
    if (/\bby\s+\d/iu.test(clause)) return Math.max(0.05, isSlower ? 1 - share : 1 + share);
    return isSlower && share > 1 ? 1 / share : share > 0 ? share : undefined;
  }
  const fraction = /\b1\s*\/\s*(\d+)\b/u.exec(clause);
  if (fraction) return 1 / Math.max(1, Number(fraction[1]));
  const times =
    /(\d+(?:\.\d+)?)\s*(?:-?\s*(?:x|×|times|fold))|\b(?:x|×)\s*(\d+(?:\.\d+)?)|\bfactor (?:of )?(\d+(?:\.\d+)?)|\bby (\d+(?:\.\d+)?)\b/iu.exec(
      clause,
    );
  const named = times ? Number(times[1] ?? times[2] ?? times[3] ?? times[4]) : wordFactor(clause);
  if (named !== undefined) {
    if (!(named > 0)) return undefined;
    return isSlower && named > 1 ? 1 / named : named;
  }
  if (isSlower) return slightly ? 0.75 : 0.5;
  if (/time-?lapse|hyper-?lapse/iu.test(clause)) return 4;
  return FASTER.test(clause) ? (slightly ? 1.33 : 2) : undefined;
}

function wordFactor(clause: string): number | undefined {
  if (/\b(?:twice|double|two times)\b/iu.test(clause)) return 2;
  if (/\b(?:triple|thrice|three times)\b/iu.test(clause)) return 3;
  if (/\b(?:four times|quadruple)\b/iu.test(clause)) return 4;
  if (/\bquarter\b/iu.test(clause)) return 0.25;
  if (/\b(?:half|halve)\b/iu.test(clause)) return 0.5;
  return undefined;
}

const readReverseClause: ClauseReader = (clause, { inputs }) =>
  inputs.kind === 'video' &&
  /^(?!.*colou?rs?\b)(?:.*\b(?:backwards?|in reverse|revers(?:e|ed)|rewind)\b.*)$/iu.test(clause) &&
  !/«/u.test(clause)
    ? [{ kind: 'reverse' }]
    : undefined;

const SQUARE =
  /^(?:crop|cut|trim|reframe|make|turn|change|set|format|convert)\b(?:\s+(?:it|this|the (?:picture|image|photo)|@0@))?(?:\s+(?:in|on)?to)?(?:\s+(?:an?|be|square|1:1))*\s+(?:square|1:1)(?:\s+(?:format|shape|crop|ratio|picture|image|photo|aspect ratio))?$/iu;

/** A picture that was asked for as a square is cut to one; a video keeps its shape. */
export const readSquareClause: ClauseReader = (clause, { inputs }) =>
  inputs.kind === 'image' && SQUARE.test(clause) ? [{ kind: 'crop', to: 'square' }] : undefined;

export const readFrameClause: ClauseReader = (clause) => {
  if (
    /\b(?:flip(?:ped)?|mirror(?:ed)?(?! (?:sun)?glasses)|upside[- ]?down|(?:rotate|turn)\b.*\b180)\b/iu.test(clause) &&
    !/\bmirror (?:on|in|to|next|behind)\b|\ba mirror\b/iu.test(clause)
  ) {
    const isVertical = /vertical|upside|top to bottom|180/iu.test(clause);
    return [{ kind: 'flip', axis: isVertical ? 'vertical' : 'horizontal' }];
  }
  const crop =
    /^(?:crop|zoom(?: in)?(?! out)|close-?up|get closer|go closer|move (?:in )?closer|punch in|reframe|(?:make|do|create) (?:it )?(?:in)?to? ?an? close-?up)\b\s*(.*)$/iu.exec(
      clause,
    );
  if (!crop || /\bout\b/iu.test(clause)) return undefined;
  const rest = group(crop, 1).replace(
    /^(?:shot|view|of|on|to|in|into|around|towards?|the|image|picture|video|it|a bit|a little|a lot|slightly|closer|tighter|more|further|frame|\s)+/giu,
    '',
  );
  return [{ kind: 'crop', to: rest === '' ? 'closer' : 'subject' }];
};
