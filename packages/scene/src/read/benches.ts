import { familyOf } from '../actors/family.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Mention, SettingVote } from './mention.ts';

const PARTS =
  /(?:^| )(?:gears?|cogs?|cogwheels?|clockwork|tools?|hammers?|wrench(?:es)?|screwdrivers?|screws?|bolts?|springs?|pliers|saws?)$/;

/** A bench with tools on it, or in a workshop, is a workbench; small parts that lie on a table are as large as such parts. */
export function settleBenches(mentions: readonly Mention[], votes: readonly SettingVote[], lexicon: Lexicon): void {
  const workbench = lexicon.look('workbench')?.meaning.noun;
  const isWorkshop = votes.some(({ details }) => details.includes('workshop'));
  for (const bench of mentions) {
    if (bench.english !== 'bench' || workbench?.kind !== 'table') continue;
    const laid = mentions.filter(({ relation }) => relation?.kind === 'on' && relation.to === bench);
    const isSatOn = laid.some(({ noun }) => noun.kind === 'person');
    if (isSatOn || !(isWorkshop || laid.some(({ english }) => PARTS.test(english)))) continue;
    bench.noun = workbench;
    bench.english = 'workbench';
    bench.attributes.add('workbench');
    // Before all that lies there, something small is on the bench as well and not on the floor.
    for (const one of mentions)
      if (
        one.place === 'foreground' &&
        one.relation === undefined &&
        one.size < 1 &&
        SMALL.test(familyOf(one.noun.kind))
      )
        one.relation = { kind: 'on', to: bench };
  }
  for (const part of mentions) {
    const isLaid = part.relation?.kind === 'on' && /^(?:table|bookshelf|box)$/.test(part.relation.to.noun.kind);
    if (isLaid && part.noun.kind === 'device' && PARTS.test(part.english)) part.size *= GEARS_ON_A_TABLE;
  }
}

const SMALL = /^(?:bird|mouse|squirrel|cat|ware|thing|box|clock|robot|beetle|butterfly)$/;

/** Of wheels as large as somebody, in which a machine stands. */
const GEARS_ON_A_TABLE = 0.26;

/** What a scene in miniature is within: it stands in a room whatever landscape it holds. */
const ENCLOSED = /snow ?globe|terrarium|glass (?:dome|ball|orb|jar|globe)|(?:^| )(?:bottle|jar|painting)$/;

/** The tiny village in a snow globe is no place where the globe stands. */
export function leaveMiniatures(mentions: readonly Mention[], votes: SettingVote[]): void {
  if (!mentions.some(({ english, attributes }) => ENCLOSED.test(english) || attributes.has('snow globe'))) return;
  for (let i = votes.length - 1; i >= 0; i--) if (votes[i]!.isMiniature === true) votes.splice(i, 1);
}
