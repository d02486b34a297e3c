import type { Meaning, MeaningMap } from './meaning.ts';
import { words } from './meaning.ts';
import { addMeaning } from './noun-row.ts';

const PREPOSITIONS: readonly (readonly [NonNullable<Meaning['preposition']>, string])[] = [
  ['on', 'on upon atop on_top_of onto on_the_back_of'],
  ['under', 'under hanging_from beneath underneath below'],
  ['leftOf', 'to_the_left_of left_of on_the_left_of on_the_left_side_of'],
  ['rightOf', 'to_the_right_of right_of on_the_right_of on_the_right_side_of'],
  ['behind', 'behind in_back_of'],
  ['inFrontOf', 'in_front_of before against outside'],
  [
    'nextTo',
    'next_to beside by near alongside close_to at_the_side_of at along among amid amidst amongst opposite at_the_foot_of at_the_edge_of on_the_edge_of at_the_end_of beside_of nearby flanked_by',
  ],
  ['between', 'between in_between sandwiched_between'],
  ['above', 'above over high_above high_over'],
  ['inside', 'in inside within into'],
  ['around', 'around round surrounding surrounded_by circling encircling orbiting orbits'],
  ['holding', 'in_hand'],
  ['on', 'aboard on_board on_the_top_of at_the_top_of on_the_roof_of'],
  [
    'inside',
    'in_the_heart_of at_the_heart_of deep_in deep_inside in_the_depths_of in_the_corner_of in_the_back_of in_the_middle_of in_the_midst_of in_the_center_of in_the_centre_of inside_of interior_of the_interior_of the_inside_of at_the_center_of',
  ],
  ['under', 'in_the_shade_of in_the_shadow_of at_the_bottom_of'],
  ['path', 'overlooking through across from toward towards past up down out_of off to beyond throughout via'],
  [
    'with',
    'with having full_of filled_with loaded_with laden_with adorned_with decorated_with topped_with covered_with covered_in crowned_with piled_with stacked_with stuffed_with studded_with',
  ],
  [
    'of',
    'of made_of made_from made_out_of carved_from carved_out_of built_of built_from crafted_from constructed_of constructed_from sculpted_from woven_from made_entirely_of',
  ],
];

const PLACES: readonly (readonly [NonNullable<Meaning['place']>, string])[] = [
  [
    'left',
    'in_the_top_left in_the_upper_left in_the_lower_left in_the_bottom_left in_the_left_corner on_the_far_left on_the_left to_the_left at_the_left at_left on_the_left_side on_the_left_hand_side left_side',
  ],
  [
    'right',
    'in_the_top_right in_the_upper_right in_the_lower_right in_the_bottom_right in_the_right_corner on_the_far_right on_the_right to_the_right at_the_right on_the_right_side on_the_right_hand_side right_side',
  ],
  [
    'center',
    'in_the_middle in_the_center in_the_centre at_the_center centered in_the_middle_of_the_picture in_the_center_of_the_frame',
  ],
  ['foreground', 'in_the_foreground in_foreground up_front'],
  ['background', 'in_the_background in_background in_the_distance in_the_far_distance far_away on_the_horizon'],
  [
    'top',
    'at_the_top at_top in_the_sky overhead fill_the_sky fills_the_sky filling_the_sky filled_the_sky dot_the_sky dotting_the_sky high_in_the_sky up_in_the_sky high_overhead',
  ],
  ['bottom', 'at_the_bottom at_bottom'],
];

export function addPrepositions(map: MeaningMap): void {
  for (const [preposition, list] of PREPOSITIONS) {
    for (const word of words(list)) addMeaning(map, word, { preposition });
  }
  for (const [place, list] of PLACES) {
    for (const word of words(list)) addMeaning(map, word, { place });
  }
  for (const word of words('a an the his her its their my your our')) addMeaning(map, word, { role: 'article' });
  for (const word of words('and & plus or as_well_as along_with together_with')) addMeaning(map, word, { role: 'and' });
  for (const word of words(
    "no without not never none free_of devoid_of lacking excluding except avoid don’t don't nobody no_one noone instead_of rather_than devoid absent uninhabited unpopulated",
  )) {
    addMeaning(map, word, { role: 'no' });
  }
  for (const word of words(
    'labeled labelled spelling lettering inscription text words word letters written inscribed',
  )) {
    addMeaning(map, word, { role: 'writing' });
  }
  for (const word of words('title titled headline caption captioned entitled'))
    addMeaning(map, word, { role: 'title' });
}
