import type { SettingRow } from './setting-row.ts';

/** Words for places under a roof. */
export const ROOM_SETTINGS: readonly SettingRow[] = [
  {
    set: 'room',
    words: 'room living_room interior indoors hall hallway corridor lounge parlor apartment dining_room',
    weight: 4,
  },
  { set: 'bedroom', words: 'bedroom hotel_room dorm_room dormitory nursery', weight: 4.5 },
  { set: 'kitchen', words: 'kitchen', details: ['kitchen'], weight: 4.5 },
  {
    set: 'office',
    words: 'office cubicle open-plan_office coworking_space meeting_room',
    details: ['office'],
    weight: 4,
  },
  { set: 'classroom', words: 'classroom schoolroom lecture_hall', weight: 4 },
  { set: 'room', words: 'workshop garage basement cellar', details: ['workshop'], weight: 4 },
  {
    set: 'room',
    words: 'gallery',
    weight: 3,
  },
  {
    set: 'cafe',
    words: 'coffee_shop coffeehouse diner cafe_interior coffee_shop_interior cafeteria tea_room',
    weight: 4.5,
  },
  { set: 'laboratory', words: 'laboratory lab science_lab research_lab', weight: 4 },
  { set: 'stage', words: 'stage concert_stage concert_hall theater_stage opera_stage concert rock_concert', weight: 4 },
  {
    set: 'spaceship',
    words:
      'spaceship_window spaceship_interior cockpit bridge_of_a_spaceship inside_a_spaceship space_station_interior spaceship_corridor spaceship_bridge',
    weight: 6,
  },
  {
    set: 'hall',
    words: 'throne_room great_hall ballroom banquet_hall grand_hall palace_interior castle_interior',
    weight: 4.5,
  },
  {
    set: 'hall',
    words:
      'cathedral_windows church_windows windows_of_a_cathedral windows_of_a_church window_of_a_cathedral window_of_a_church cathedral_interior church_interior interior_of_a_cathedral interior_of_a_church gothic_cathedral_interior nave throne_hall',
    weight: 5,
  },
  { set: 'factory', words: 'factory_interior assembly_line factory_floor steelworks', weight: 5 },
  { set: 'room', words: 'windowsill fireplace still_life', weight: 2 },
  { set: 'factory', words: 'factory', weight: 0.9 },
  { set: 'factory', words: 'warehouse', details: ['warehouse'], weight: 0.9 },
  { set: 'room', words: 'blackboard whiteboard chalkboard', details: ['office'], weight: 1 },
  { set: 'hall', words: 'dungeon crypt catacomb catacombs', details: ['dungeon', 'dark', 'stone'], weight: 3 },
  { set: 'room', words: 'prison_cell', details: ['cave', 'dark', 'stone'], weight: 3 },
  { set: 'room', words: 'party birthday_party dinner_party house_party', weight: 1 },
  { set: 'room', words: 'parking_garage apartment nightclub_interior', weight: 2 },
  { set: 'library', words: 'library bookstore bookshop archive', weight: 5 },
  { set: 'bathroom', words: 'bathroom restroom washroom shower_room powder_room bath_house', weight: 4.5 },
  {
    set: 'bar',
    words:
      'bar pub night_club neon_club dance_club cocktail_bar jazz_bar wine_bar dive_bar bar_counter nightclub nightclub_interior irish_pub speakeasy',
    weight: 3.5,
  },
  { set: 'bar', words: 'tavern saloon tavern_interior medieval_tavern inn', details: ['tavern'], weight: 3.5 },
  {
    set: 'restaurant',
    words: 'restaurant bistro brasserie trattoria pizzeria restaurant_table dining_hall steakhouse eatery',
    weight: 3.5,
  },
  { set: 'gym', words: 'gym gymnasium fitness_studio fitness_center weight_room gym_hall boxing_gym', weight: 4.5 },
  {
    set: 'circus',
    words:
      'in_a_circus_tent in_the_circus_tent inside_a_circus_tent inside_the_circus_tent in_the_big_top under_the_big_top circus_ring circus_arena circus_stage circus_show',
    weight: 6,
  },
  { set: 'circus', words: 'circus', weight: 3 },
  { set: 'bathroom', words: 'bubble_bath', weight: 2 },
  { set: 'circus', words: 'trapeze ringmaster lion_tamer', weight: 1 },
  {
    set: 'hospital',
    words: 'hospital_room hospital_ward operating_room doctors_office waiting_room clinic emergency_room patient_room',
    weight: 4.5,
  },
  { set: 'hospital', words: 'hospital', weight: 2.5 },
  {
    set: 'hospital',
    words: 'hospital_corridor hospital_hallway school_corridor school_hallway asylum_corridor',
    details: ['corridor'],
    weight: 5,
  },
  {
    set: 'museum',
    words:
      'museum museum_hall art_gallery gallery exhibition exhibition_hall art_museum picture_gallery museum_gallery',
    weight: 4.5,
  },
  { set: 'attic', words: 'attic loft garret', weight: 4.5 },
  { set: 'attic', words: 'rafter rafters roof_beam roof_beams ceiling_beam ceiling_beams', weight: 0.8 },
  {
    set: 'carriage',
    words:
      'train_carriage railway_carriage train_compartment sleeper_train train_car train_interior train_cabin dining_car train_window subway_car inside_a_train inside_of_a_train inside_an_old_train on_a_train on_the_train in_a_train in_the_train compartment',
    weight: 5,
  },
  {
    set: 'shop',
    words:
      'supermarket supermarket_aisle grocery_store grocery convenience_store aisle shop_interior store_interior toy_store pharmacy drugstore',
    weight: 4.5,
  },
];
