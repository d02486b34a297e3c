import type { ActorKind } from '../scene.ts';
import type { ActorModel } from './actor.ts';
import { airplane } from './airplane.ts';
import { airship } from './airship.ts';
import { bag } from './bag.ts';
import { ball } from './ball.ts';
import { balloon } from './balloon.ts';
import { bed } from './bed.ts';
import { bicycle } from './bicycle.ts';
import { bigShip } from './big-ship.ts';
import { bird } from './bird.ts';
import { boat } from './boat.ts';
import { book } from './book.ts';
import { bookshelf } from './bookshelf.ts';
import { bottle } from './bottle.ts';
import { box } from './box.ts';
import { bread } from './bread.ts';
import { bridge } from './bridge.ts';
import { burger } from './burger.ts';
import { bus } from './bus.ts';
import { cactus } from './cactus.ts';
import { cake } from './cake.ts';
import { camera } from './camera.ts';
import { candle } from './candle.ts';
import { car } from './car.ts';
import { castle } from './castle.ts';
import { cat } from './cat.ts';
import { chair } from './chair.ts';
import { chest } from './chest.ts';
import { clock } from './clock.ts';
import { cloud } from './cloud.ts';
import { copter } from './copter.ts';
import { crystal } from './crystal.ts';
import { cup } from './cup.ts';
import { device } from './device.ts';
import { dish } from './dish.ts';
import { dog } from './dog.ts';
import { donut } from './donut.ts';
import { door } from './door.ts';
import { dragon } from './dragon.ts';
import { drums } from './drums.ts';
import { fire } from './fire.ts';
import { fireworks } from './fireworks.ts';
import { fish } from './fish.ts';
import { flag } from './flag.ts';
import { flower } from './flower.ts';
import { fountain } from './fountain.ts';
import { fox } from './fox.ts';
import { fruit } from './fruit.ts';
import { furnishing } from './furnishing.ts';
import { game } from './game.ts';
import { glass } from './glass.ts';
import { guitar } from './guitar.ts';
import { headphones } from './headphones.ts';
import { horse } from './horse.ts';
import { hourglass } from './hourglass.ts';
import { house } from './house.ts';
import { iceberg } from './iceberg.ts';
import { jewelry } from './jewelry.ts';
import { lamp } from './lamp.ts';
import { landmark } from './landmark.ts';
import { lantern } from './lantern.ts';
import { lighthouse } from './lighthouse.ts';
import { livingModels } from './living-models.ts';
import { lounger } from './lounger.ts';
import { moon } from './moon.ts';
import { motorcycle } from './motorcycle.ts';
import { mountain } from './mountain.ts';
import { mushroom } from './mushroom.ts';
import { parasol } from './parasol.ts';
import { pedestal } from './pedestal.ts';
import { perfume } from './perfume.ts';
import { person } from './person.ts';
import { piano } from './piano.ts';
import { pizza } from './pizza.ts';
import { planet } from './planet.ts';
import { pumpkin } from './pumpkin.ts';
import { ride } from './ride.ts';
import { robot } from './robot.ts';
import { rock } from './rock.ts';
import { rocket } from './rocket.ts';
import { ruin } from './ruin.ts';
import { sailingShip } from './sailing-ship.ts';
import { satellite } from './satellite.ts';
import { scarecrow } from './scarecrow.ts';
import { screen } from './screen.ts';
import { shoe } from './shoe.ts';
import { sign } from './sign.ts';
import { snowman } from './snowman.ts';
import { sofa } from './sofa.ts';
import { spaceship } from './spaceship.ts';
import { sportsCar } from './sports-car.ts';
import { standIn } from './stand-in.ts';
import { statue } from './statue.ts';
import { streetLamp } from './street-lamp.ts';
import { streetThing } from './street-thing.ts';
import { submarine } from './submarine.ts';
import { sushi } from './sushi.ts';
import { sword } from './sword.ts';
import { table } from './table.ts';
import { teapot } from './teapot.ts';
import { temple } from './temple.ts';
import { tent } from './tent.ts';
import { thing } from './thing.ts';
import { torii } from './torii.ts';
import { tower } from './tower.ts';
import { towerCrane } from './tower-crane.ts';
import { tractor } from './tractor.ts';
import { train } from './train.ts';
import { tram } from './tram.ts';
import { tree } from './tree.ts';
import { truck } from './truck.ts';
import { trumpet } from './trumpet.ts';
import { turtle } from './turtle.ts';
import { umbrella } from './umbrella.ts';
import { utensil } from './utensil.ts';
import { vase } from './vase.ts';
import { ware } from './ware.ts';
import { watch } from './watch.ts';
import { waterfall } from './waterfall.ts';
import { window } from './window.ts';

/** Every kind that has a model of its own. One import and one line for each, sorted. */
export const actorModels: Partial<Record<ActorKind, ActorModel>> = {
  airplane,
  airship,
  bag,
  ball,
  balloon,
  bed,
  bicycle,
  bigShip,
  bird,
  boat,
  book,
  bookshelf,
  bottle,
  box,
  bread,
  bridge,
  burger,
  bus,
  cactus,
  cake,
  camera,
  candle,
  car,
  castle,
  cat,
  chair,
  chest,
  clock,
  cloud,
  copter,
  crystal,
  cup,
  device,
  dish,
  dog,
  donut,
  door,
  dragon,
  drums,
  fire,
  fireworks,
  fish,
  flag,
  flower,
  fountain,
  fox,
  fruit,
  furnishing,
  game,
  glass,
  guitar,
  headphones,
  horse,
  hourglass,
  ware,
  house,
  iceberg,
  jewelry,
  lamp,
  landmark,
  lantern,
  lighthouse,
  ...livingModels,
  lounger,
  moon,
  motorcycle,
  mountain,
  mushroom,
  parasol,
  pedestal,
  perfume,
  person,
  piano,
  pizza,
  planet,
  pumpkin,
  ride,
  robot,
  rock,
  rocket,
  ruin,
  sailingShip,
  satellite,
  scarecrow,
  screen,
  shoe,
  sign,
  snowman,
  sofa,
  spaceship,
  sportsCar,
  standIn,
  statue,
  streetLamp,
  streetThing,
  submarine,
  sushi,
  sword,
  table,
  teapot,
  temple,
  tent,
  thing,
  torii,
  tower,
  towerCrane,
  tractor,
  train,
  tram,
  tree,
  truck,
  trumpet,
  turtle,
  umbrella,
  utensil,
  vase,
  watch,
  waterfall,
  window,
};
