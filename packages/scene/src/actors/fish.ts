import type { ActorModel } from './actor.ts';
import { buildFish } from './fish-body.ts';
import { fishFormOf } from './fish-forms.ts';
import { FISH_GAITS } from './fish-model.ts';
import { buildJellyfish, buildOctopus } from './fish-soft.ts';
import { says } from './rig.ts';

/** What swims: reef fish, goldfish, sharks, whales, dolphins; jellyfish and octopuses by their own words. */
export const fish: ActorModel = {
  gaits: FISH_GAITS,
  build(context) {
    if (says(context, 'jellyfish', 'qualle', 'méduse', 'medusa', 'クラゲ', '水母')) return buildJellyfish(context);
    if (says(context, 'octopus', 'squid', 'kraken', 'oktopus', 'krake', 'pieuvre', 'pulpo', 'タコ', '章鱼'))
      return buildOctopus(context);
    return buildFish(fishFormOf(context), context);
  },
};
