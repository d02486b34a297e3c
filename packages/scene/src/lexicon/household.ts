import type { NounRow } from './noun-row.ts';

/** Furniture and small things. */
export const HOUSEHOLD: readonly NounRow[] = [
  { kind: 'sofa', same: 'sofa couch settee loveseat' },
  { kind: 'sofa', kin: 'bed hammock', attributes: ['bed'] },
  { kind: 'table', same: 'table desk tabletop countertop counter workbench' },
  { kind: 'table', kin: 'nightstand altar' },
  { kind: 'chair', same: 'chair armchair stool rocking_chair' },
  { kind: 'chair', kin: 'bench park_bench throne swing', size: 1.2 },
  { kind: 'lamp', same: 'lamp desk_lamp floor_lamp table_lamp lantern paper_lantern chandelier light_bulb lightbulb' },
  { kind: 'lamp', same: 'torch flashlight', size: 0.7 },
  { kind: 'candle', same: 'candle candlestick tealight' },
  { kind: 'cup', same: 'cup mug teacup coffee_cup' },
  { kind: 'cup', same: 'coffee espresso cappuccino latte', attributes: ['coffee'] },
  { kind: 'cup', same: 'tea hot_chocolate cocoa', attributes: ['tea'] },
  { kind: 'glass', same: 'glass' },
  { kind: 'cup', kin: 'bowl teapot kettle bucket', attributes: [] },
  { kind: 'vase', same: 'vase urn amphora' },
  { kind: 'vase', kin: 'pot flowerpot jar jug pitcher', attributes: [] },
  { kind: 'bookshelf', same: 'bookshelf bookcase shelf shelves' },
  { kind: 'bookshelf', kin: 'cupboard wardrobe cabinet' },
  { kind: 'shoe', same: 'shoe sneaker trainer running_shoe boot sandal' },
  { kind: 'shoe', kin: 'high_heel slipper loafer' },
  { kind: 'ball', same: 'ball sphere orb football soccer_ball basketball beach_ball marble_ball' },
  { kind: 'umbrella', same: 'umbrella parasol sunshade' },
  { kind: 'box', same: 'box crate cube package parcel cardboard_box' },
  { kind: 'box', same: 'gift gift_box christmas_present birthday_present', attributes: ['gift'] },
  { kind: 'box', same: 'book novel textbook dictionary', home: 'room' },
  {
    kind: 'box',
    kin: 'chest treasure_chest suitcase basket wooden_crate dumpster fridge refrigerator oven stove computer_case',
  },
];
