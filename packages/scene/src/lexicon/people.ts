import type { NounRow } from './noun-row.ts';

/** People by age, trade and costume. The attributes dress the figure; each word also becomes an attribute of its own. */
export const PEOPLE: readonly NounRow[] = [
  { kind: 'person', same: 'person people someone somebody human figure passerby pedestrian commuter' },
  {
    kind: 'person',
    same: 'stranger tourist visitor friend couple lover guest customer neighbor neighbour villager citizen',
  },
  {
    kind: 'person',
    same: 'audience spectator protester worker passenger player athlete traveler traveller wanderer hiker',
  },
  {
    kind: 'person',
    same: 'man guy gentleman businessman salaryman fisherman father dad husband king prince emperor',
    attributes: ['man'],
  },
  {
    kind: 'person',
    same: 'woman lady businesswoman mother mom wife queen princess empress ballerina model',
    attributes: ['woman'],
  },
  { kind: 'person', same: 'girl daughter sister schoolgirl maiden', attributes: ['girl'], size: 0.85 },
  { kind: 'person', same: 'boy son brother schoolboy lad', attributes: ['boy'], size: 0.85 },
  { kind: 'person', same: 'child kid toddler baby infant student pupil teenager', attributes: ['child'], size: 0.7 },
  { kind: 'person', same: 'grandmother grandma granny old_woman', attributes: ['woman', 'old'] },
  { kind: 'person', same: 'grandfather grandpa old_man elder', attributes: ['man', 'old'] },
  {
    kind: 'person',
    same: 'detective private_eye sleuth inspector spy secret_agent',
    attributes: ['hat', 'coat'],
    color: '#3b3a38',
  },
  { kind: 'person', same: 'knight paladin crusader', attributes: ['armor', 'sword'], color: '#9aa2ad' },
  {
    kind: 'person',
    same: 'warrior viking gladiator samurai ninja swordsman soldier guard archer',
    attributes: ['armor', 'sword'],
  },
  {
    kind: 'person',
    same: 'superhero superheroine hero heroine batman superman',
    attributes: ['cape', 'superhero'],
    color: '#c8202f',
  },
  {
    kind: 'person',
    same: 'wizard witch sorcerer sorceress mage magician druid',
    attributes: ['robe', 'pointedHat'],
    color: '#4b3a8f',
  },
  { kind: 'person', same: 'astronaut cosmonaut spaceman', attributes: ['spacesuit', 'helmet'], color: '#f2f2f2' },
  { kind: 'person', same: 'diver scuba_diver swimmer surfer', attributes: ['wetsuit'], color: '#20344f' },
  {
    kind: 'person',
    same: 'chef cook baker barista waiter waitress',
    attributes: ['apron', 'chefHat'],
    color: '#f4f4f0',
  },
  {
    kind: 'person',
    same: 'doctor physician surgeon nurse scientist dentist pharmacist professor',
    attributes: ['coat'],
    color: '#f4f6f7',
  },
  {
    kind: 'person',
    same: 'police_officer policeman policewoman cop officer firefighter fireman',
    attributes: ['uniform', 'hat'],
    color: '#24385e',
  },
  { kind: 'person', same: 'pirate cowboy cowgirl sheriff sailor captain explorer adventurer', attributes: ['hat'] },
  { kind: 'person', same: 'monk nun priest pilgrim hermit', attributes: ['robe'] },
  {
    kind: 'person',
    same: 'artist painter musician singer guitarist pianist violinist drummer dancer actor actress poet writer',
  },
  {
    kind: 'person',
    same: 'farmer gardener shepherd mechanic engineer builder blacksmith carpenter driver cyclist rider',
  },
  {
    kind: 'person',
    same: 'runner jogger skier snowboarder skater skateboarder climber boxer footballer pilot teacher lawyer',
  },
  {
    kind: 'person',
    same: 'zombie vampire skeleton alien fairy elf angel goddess',
    kin: 'mummy monster demon devil clown god santa santa_claus goblin orc troll dwarf giant mermaid',
    attributes: ['fantasy'],
  },
  { kind: 'person', same: 'bride', attributes: ['woman', 'dress'], color: '#ffffff' },
  { kind: 'person', same: 'groom', attributes: ['man', 'suit'], color: '#1c1c20' },
  { kind: 'person', kin: 'monkey ape gorilla chimpanzee bigfoot yeti', attributes: ['furry'], color: '#4f3d2e' },
  { kind: 'robot', same: 'robot android droid mech automaton humanoid_robot cyborg', attributes: [] },
];
