/** Nouns and words in the lines of a language table, several to a line. */
export const SPANISH_NOUNS = `
duck = pato, pata; duckling = patito; parrot = loro, papagayo, guacamayo; swan = cisne; goose = ganso
chicken = gallina, pollo; rooster = gallo; chick = pollito; penguin = pingüino; eagle = águila; crow = cuervo
seagull = gaviota; pigeon = paloma; stork = cigüeña; flamingo = flamenco_rosa, un_flamenco, el_flamenco
flamingos = flamencos, flamencos_rosas; peacock = pavo_real; peacocks = pavos_reales; hummingbird = colibrí
hummingbirds = colibríes; donkey = burro, asno; goat = cabra; lamb = cordero; sheep = oveja; pig = cerdo; cow = vaca
bull = toro; deer = ciervo, venado; reindeer = reno; squirrel = ardilla; hedgehog = erizo; mouse = ratón
tiger = tigre; lion = león, leona; leopard = leopardo, guepardo; elephant = elefante; giraffe = jirafa; zebra = cebra
hippo = hipopótamo; rhino = rinoceronte; monkey = mono; gorilla = gorila; kangaroo = canguro
camel = camello, dromedario; panda = panda, oso_panda; polar bear = oso_polar; bear = oso; wolf = lobo; fox = zorro
rabbit = conejo, liebre; frog = rana; snake = serpiente; crocodile = cocodrilo; lizard = lagarto; dolphin = delfín
whale = ballena; shark = tiburón; octopus = pulpo; jellyfish = medusa; crab = cangrejo; seal = foca; bee = abeja
spider = araña; butterfly = mariposa; dinosaur = dinosaurio; unicorn = unicornio; mermaid = sirena; ghost = fantasma
alien = extraterrestre, alienígena; monster = monstruo; fairy = hada; witch = bruja; wizard = mago, hechicero
knight = caballero; king = rey; queen = reina; prince = príncipe; princess = princesa; pirate = pirata
samurai = samurái; soldier = soldado; police officer = policía; firefighter = bombero; doctor = médico, doctora
nurse = enfermera; teacher = profesor, profesora, maestra; student = estudiante, alumno; chef = cocinero, cocinera
baker = panadero; waiter = camarero, camarera, mesero; farmer = granjero, agricultor, campesino; fisherman = pescador
scientist = científico, científica; artist = artista; painter = pintor, pintora; musician = músico; singer = cantante
dancer = bailarín, bailarina, bailaora; ballerina = bailarina_de_ballet; clown = payaso; monk = monje
cowboy = vaquero; shepherd = pastor; sailor = marinero; diver = buzo; surfer = surfista; skier = esquiador
runner = corredor, corredora; cyclist = ciclista; football player = futbolista; baby = bebé; grandmother = abuela
grandfather = abuelo; mother = madre, mamá; father = padre, papá; couple = pareja; family = familia; crowd = multitud
old man = anciano, hombre_viejo; old woman = anciana; house = casa, cabaña, choza; skyscraper = rascacielos
building = edificio; palace = palacio; cathedral = catedral; church = iglesia, capilla; temple = templo
mosque = mezquita; windmill = molino, molino_de_viento; pyramid = pirámide; barn = granero; tent = tienda_de_campaña
fence = valla, cerca; fountain = fuente; statue = estatua; motorcycle = moto, motocicleta
scooter = patinete, escúter; truck = camión; taxi = taxi; tram = tranvía; tractor = tractor; helicopter = helicóptero
spaceship = nave_espacial; ufo = ovni, platillo_volador; submarine = submarino; canoe = canoa, kayak
pirate ship = barco_pirata; ship = nave, buque; fishing boat = barco_pesquero; skateboard = monopatín, patineta
sled = trineo; guitar = guitarra; piano = piano; violin = violín; drum = tambor, batería; flute = flauta
trumpet = trompeta; saxophone = saxofón, saxo; book = libro; newspaper = periódico; letter = carta; clock = reloj
computer = ordenador, computadora; laptop = portátil; camera = cámara; telescope = telescopio; sword = espada
crown = corona; treasure chest = cofre_del_tesoro, cofre; box = caja; basket = cesta, canasta; bottle = botella
glass = vaso, copa; plate = plato; bowl = cuenco, tazón; teapot = tetera; bed = cama; armchair = sillón
desk = escritorio; bookshelf = estantería, estante; bench = banco; carpet = alfombra; mirror = espejo
lantern = linterna, farolillo; fireplace = chimenea; campfire = hoguera, fogata; candle = vela
kite = cometa, papalote; flag = bandera; gift = regalo; teddy bear = oso_de_peluche, osito; sandcastle = castillo_de_arena; snowman = muñeco_de_nieve
christmas tree = árbol_de_navidad; pumpkin = calabaza; shoe = zapato, zapatilla, bota; hat = sombrero
dress = vestido; coat = abrigo, chaqueta; scarf = bufanda; suit = traje; kimono = kimono; pizza = pizza; bread = pan
cheese = queso; cake = pastel, tarta; ice cream = helado; coffee = café_con_leche; tea = té; wine = vino; soup = sopa
apple = manzana; orange fruit = una_naranja; lemon = limón; banana = plátano, banana; strawberry = fresa
cherry = cereza; grapes = uvas; watermelon = sandía; fruit = fruta; rose = rosa_roja; tulip = tulipán
sunflower = girasol; daisy = margarita; lotus = loto, nenúfar; cactus = cactus; mushroom = seta, hongo
palm tree = palmera; pine tree = pino, abeto; oak = roble; tree = árbol; trees = árboles; bush = arbusto
rock = roca, piedra; crystal = cristal; sun = sol; rainbow = arcoíris, arco_iris; comet = cometa_en_el_cielo
lightning = relámpago, rayo`;

export const SPANISH_WORDS = `
pond = estanque; rooftop = tejado, techo, azotea, tejados; road = carretera, camino; highway = autopista
plaza = plaza; alley = callejón, callejuela; street = calle, calles, avenida; old town = casco_antiguo, ciudad_vieja
jungle = selva, jungla, selva_tropical; waterfall = cascada, catarata; cave = cueva, caverna; volcano = volcán
lava = lava; kitchen = cocina; bedroom = dormitorio, alcoba, recámara; living room = salón, sala_de_estar
bathroom = baño, cuarto_de_baño; coffee shop = cafetería, café_de_la_esquina, restaurante, bar; office = oficina
classroom = aula, salón_de_clases; school = escuela; stage = escenario; market = mercado, bazar; harbour = puerto
pier = muelle; train station = estación_de_tren, estación; stadium = estadio; ruins = ruinas
bridge = puente, puentes; farm = granja, finca; village = pueblo, aldea; savanna = sabana
canyon = cañón, desfiladero; valley = valle; swamp = pantano, ciénaga; island = isla, islas
iceberg = iceberg, témpano; glacier = glaciar; arctic = ártico, antártida; meadow = prado, pradera
grass = hierba, césped, pasto; hill = colina, colinas, cerro; orchard = huerto, huerta; vineyard = viñedo, viñedos
spaceship interior = cabina_de_la_nave; laboratory = laboratorio; factory = fábrica; workshop = taller
museum = museo; ballroom = salón_de_baile; hallway = pasillo; hospital = hospital; bakery = panadería; shop = tienda
park = parque; playground = parque_infantil; garden = jardín, jardines, patio; greenhouse = invernadero
forest = bosque, bosques; bamboo forest = bosque_de_bambú; field = campo, campos
wheat field = campo_de_trigo, trigal; sunflower field = campo_de_girasoles
lavender field = campo_de_lavanda, campos_de_lavanda; rice field = arrozal; desert = desierto, dunas; oasis = oasis
sea = mar, océano, olas, ola; beach = playa, playas; coast = costa, orilla_del_mar
cliff = acantilado, acantilados, precipicio; lake = lago, lagos; river = río, ríos, arroyo; canal = canal
mountains = montañas, sierra, andes; snowy mountains = montañas_nevadas; city = ciudad, ciudades
skyline = horizonte_de_la_ciudad; futuristic city = ciudad_futurista; paris = parís; london = londres
new york = nueva_york; tokyo = tokio; venice = venecia; rome = roma; berlin = berlín; moscow = moscú
shanghai = shanghái; beijing = pekín; cairo = el_cairo; mumbai = bombay; eiffel tower = torre_eiffel
great wall of china = gran_muralla_china, gran_muralla; on the moon = en_la_luna, sobre_la_luna
mars = en_marte, marte; space = espacio, galaxia; starry sky = cielo_estrellado; northern lights = aurora_boreal
underwater = bajo_el_agua, fondo_del_mar; coral reef = arrecife_de_coral, corales; castle = castillo, castillos
throne room = sala_del_trono; library = biblioteca; treasure map = mapa_del_tesoro; airport = aeropuerto
campsite = campamento; sky = cielo; above the clouds = sobre_las_nubes, por_encima_de_las_nubes
temple ruins = ruinas_de_un_templo; puddles = charco, charcos; swimming pool = piscina, alberca
small = pequeñ*, chiquit*; big = grande*; huge = enorme*, gigante*, gigantesc*; tiny = diminut*, minúscul*
young = joven*, jóven*; old = viej*, ancian*; ancient = antigu*; new = nuev*; modern = modern*
futuristic = futurist*; medieval = medieval*; wooden = de_madera; stone = de_piedra
glass made = de_cristal, de_vidrio; golden = dorad*, de_oro; silver = plateado*, plateada*; red = roj*
blue = azul*, celeste; turquoise = turquesa*; green = verde*; pink = rosa, rosas, rosad*
purple = morad*, violeta, púrpura; beige = beis, beige; colorful = colorid*, multicolor*
glowing = brillante*, luminos*; bright = clar*; dark = oscur*; snowy = nevad*; frozen = helad*, congelad*
wet = mojad*; foggy = brumos*, nebulos*; rainy = lluvios*; sunny = solead*
happy = feliz, felices, alegre*, sonriente*; sad = triste*; lonely = solitari*; angry = enojad*, furios*, enfadad*
cute = lind*, adorable*; beautiful = hermos*, bell*, bonit*, guap*; abandoned = abandonad*
magical = mágic*, encantad*; mysterious = misterios*; tropical = tropical*; round = redond*; long = larg*
striped = a_rayas, de_rayas; white = blanc*; black = negr*; yellow = amarill*; orange = anaranjad*, naranja
brown = marrón, marrones, castañ*; gray = gris, grises; sitting = sentad*, sienta; standing = de_pie, parad*
lying = tumbad*, acostad*, echad*; sleeping = duerme, duermen, durmiendo, dormid*
walking = camina, caminan, caminando, pasea, paseando, paseando_por, anda, andando
running = corre, corren, corriendo; flying = vuela, vuelan, volando, sobrevuela; swimming = nada, nadan, nadando
diving = bucea, buceando; dancing = baila, bailan, bailando, danza, bailando_flamenco, baila_flamenco
jumping = salta, saltan, saltando; playing = juega, juegan, jugando, toca, tocan, tocando
playing football = juega_al_fútbol, jugando_al_fútbol, juegan_al_fútbol; reading = lee, leen, leyendo
writing = escribe, escribiendo; painting a = pinta, pintando; eating = come, comen, comiendo
drinking = bebe, beben, bebiendo, toma; cooking = cocinando, cocinan; baking = hornea, horneando
singing = canta, cantan, cantando; laughing = ríe, riendo; smiling = sonríe, sonriendo; crying = llora, llorando
waving = saluda, saludando; driving = conduce, conduciendo, maneja, circula
riding = monta, montando, monta_en, montando_en, cabalga, cabalgando, a_caballo; sailing = navega, navegan, navegando
floating = flota, flotan, flotando; falling = cae, caen, cayendo; rising = se_eleva, asciende
climbing = trepa, escala, escalando, trepando; fighting = lucha, luchan, luchando, pelea, peleando
chasing = persigue, persiguen, persiguiendo; holding = sostiene, sosteniendo, sujeta, sujetando, lleva_en_la_mano
wearing = lleva, llevando, viste, vestida_de, vestido_de, con_gafas
looking at = mira, miran, mirando, observa, contempla; kissing = besa, se_besan, besándose; fishing = pesca, pescando
working = trabaja, trabajan, trabajando; skiing = esquía, esquiando; surfing = surfea, surfeando
grazing = pastan, pastando; burning = arde, ardiendo, en_llamas; erupting = en_erupción; blooming = florec*, en_flor
launching = despega, despegando; spinning = gira, giran, girando; waiting = espera, esperan, esperando
full moon = luna_llena; at night = de_noche, por_la_noche, noche, medianoche
sunset = atardecer, puesta_de_sol, puesta_del_sol; sunrise = amanecer, salida_del_sol; dawn = alba, madrugada
morning = mañana, por_la_mañana; noon = mediodía; afternoon = tarde; dusk = crepúsculo, anochecer
golden hour = hora_dorada; sunlight = luz_del_sol; moonlight = luz_de_la_luna, luz_de_luna
candlelight = luz_de_las_velas; rain = lluvia, llueve, lloviendo; fog = niebla, neblina, bruma; snow = nieve
snowing = nevando, nieva, nevada_copiosa, ventisca; storm = tormenta, tempestad; thunderstorm = tormenta_eléctrica
windy = viento, ventos*; autumn = otoño, otoñal*; winter = invierno, invernal*; spring time = primavera
summer = verano; autumn leaves = hojas_de_otoño, hojas_secas; cherry blossoms = cerezos_en_flor, flores_de_cerezo
watercolor = acuarela; oil painting = pintura_al_óleo, óleo_sobre_lienzo, al_óleo
pencil sketch = boceto, dibujo_a_lápiz; pixel art = arte_de_píxeles, pixel_art; anime style = estilo_anime, manga
comic book style = estilo_cómic, historieta; 3d render = render_3d, renderizado_3d; photorealistic = fotorrealista*
cinematic = cinematográfic*; black and white photo = blanco_y_negro, en_blanco_y_negro
cyberpunk = ciberpunk, cyberpunk; ink wash = tinta_china, pintura_de_tinta
children's book illustration = ilustración_de_cuento_infantil; close up = primer_plano
wide shot = plano_general, plano_abierto; aerial shot = vista_aérea, toma_aérea, toma_de_dron
slow motion = cámara_lenta; time lapse = cámara_rápida, time-lapse; portrait of = retrato_de
in the background = al_fondo, en_el_fondo, de_fondo, a_lo_lejos; in the foreground = en_primer_plano
surrounded by = rodeado_de, rodeada_de, rodeado_por; two = dos; three = tres; four = cuatro; five = cinco; six = seis
seven = siete; eight = ocho; nine = nueve; ten = diez; twelve = doce; many = muchos, muchas, numerosos
a few = varios, varias, algunos, algunas; behind = detrás_de, detrás_del, tras; between = entre
through = a_través_de, por; over = encima_de, por_encima_de
next to = junto_a, junto_al, al_lado_de, al_lado_del, cerca_de, cerca_del
in front of = delante_de, delante_del, frente_a, frente_al, enfrente_de; along = a_lo_largo_de, a_lo_largo_del
tall = alto, alta, altos, altas; neon = neón; - = flamenco
dancing = baila_flamenco, bailando_flamenco, bailan_flamenco; sunglasses = gafas_de_sol; glasses = gafas, lentes
beard = barba; ball = pelota, balón; child = hijo, hija; forest = bosque; japanese = japonés, japonesa
riding a bicycle = en_bicicleta, en_bici; coffee shop = bar; hair = pelo, cabello; eyes = ojos; leaf = hoja
leaves = hojas; broom = escoba; crossing = cruza, cruzan, cruzando; feeding = alimentando, alimenta
building a = construyendo_un; steam train = tren_de_vapor, locomotora_de_vapor; with = con
stone bridge = puente_de_piedra; a group of = un_grupo_de; a stack of = una_pila_de, un_montón_de; stack of = pila_de; potion = poción, pociones; kite = una_cometa
in the sky = en_el_cielo; knitting = teje, tejiendo; by a fireplace = junto_a_la_chimenea, frente_a_la_chimenea; on her lap = en_su_regazo
suddenly = de_repente; slowly = lentamente, despacio; - = puedes, por_favor, dibuja, dibújame, dibujar, hazme
the camera follows = la_cámara_sigue, la_cámara_lo_sigue, la_cámara_la_sigue; the camera pushes in = la_cámara_se_acerca, la_cámara_avanza
the camera pulls back = la_cámara_se_aleja, la_cámara_retrocede; the camera orbits around = la_cámara_gira_alrededor; the camera pans right = la_cámara_gira_a_la_derecha
soft music = música_suave; piano music = música_de_piano; no music = sin_música; slow motion = cámara_lenta, a_cámara_lenta
snowing = copos_de_nieve, está_nevando`;
