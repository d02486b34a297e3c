/** Nouns and words in the lines of a language table, several to a line. */
export const INDONESIAN_NOUNS = `
puppy = anak_anjing; kitten = anak_kucing; duckling = anak_bebek; goose = angsa_liar; rooster = ayam_jago; chick = anak_ayam
crow = gagak; seagull = burung_camar, camar; pigeon = merpati; sparrow = burung_gereja; stork = bangau; flamingo = flamingo
peacock = merak; owl = burung_hantu; hummingbird = kolibri; donkey = keledai; lamb = anak_domba; bull = banteng; buffalo = kerbau
reindeer = rusa_kutub; hedgehog = landak; mouse = tikus; leopard = macan_tutul; zebra = zebra; hippo = kuda_nil; rhino = badak
gorilla = gorila; kangaroo = kanguru; camel = unta; panda = panda; polar bear = beruang_kutub; lizard = kadal, komodo
octopus = gurita; jellyfish = ubur-ubur; crab = kepiting; seal = anjing_laut; goldfish = ikan_mas; spider = laba-laba; ant = semut
dragonfly = capung; snail = siput; dinosaur = dinosaurus; dragon = naga; monster = monster; fairy = peri; wizard = penyihir_tua
alien = makhluk_luar_angkasa, alien; superhero = pahlawan_super; angel = malaikat; knight = ksatria, kesatria; prince = pangeran
samurai = samurai; firefighter = pemadam_kebakaran; nurse = perawat; student = mahasiswa; baker = tukang_roti; waiter = pelayan
scientist = ilmuwan; artist = seniman; musician = musisi, pemusik; ballerina = balerina; clown = badut; monk = biksu, biarawan
cowboy = koboi; shepherd = penggembala; sailor = pelaut; diver = penyelam; surfer = peselancar; runner = pelari; cyclist = pesepeda
football player = pemain_sepak_bola; baby = bayi; mother = ibu; father = ayah, bapak; couple = pasangan; family = keluarga
crowd = kerumunan; old man = kakek_tua, pria_tua, lelaki_tua, orang_tua; old woman = wanita_tua, perempuan_tua, nenek_tua
young woman = wanita_muda, gadis; young man = pemuda; girl = gadis_kecil, anak_perempuan; boy = anak_laki-laki, bocah
children = anak-anak; people = orang-orang; house = rumah, gubuk, pondok; skyscraper = gedung_pencakar_langit, pencakar_langit
building = gedung, bangunan; palace = istana; church = gereja; mosque = masjid; windmill = kincir_angin; pyramid = piramida
barn = lumbung; tent = tenda; fence = pagar; fountain = air_mancur; statue = patung; bench = bangku; street lamp = lampu_jalan
swing = ayunan; ferris wheel = bianglala; scooter = skuter; rickshaw = becak; tram = trem; tractor = traktor; carriage = kereta_kuda
steam train = kereta_uap; sports car = mobil_sport; ufo = piring_terbang; submarine = kapal_selam; canoe = kano, sampan
sailboat = perahu_layar, kapal_layar; pirate ship = kapal_bajak_laut; fishing boat = perahu_nelayan; boat = perahu
hot air balloon = balon_udara; balloon = balon; skateboard = papan_luncur; surfboard = papan_selancar; piano = piano
drum = gendang, drum; flute = seruling, suling; trumpet = terompet; saxophone = saksofon; newspaper = koran, surat_kabar
letter = surat; clock = jam_dinding, jam; watch = jam_tangan; computer = komputer; laptop = laptop; smartphone = ponsel, telepon_genggam
television = televisi; camera = kamera; telescope = teleskop, teropong; sword = pedang; shield = perisai; crown = mahkota
treasure chest = peti_harta_karun; box = kotak; basket = keranjang; bag = tas; bottle = botol; glass = gelas; glasses = kacamata
plate = piring; bowl = mangkuk, mangkok; teapot = teko; vase = vas, vas_bunga; armchair = kursi_berlengan; desk = meja_belajar
bookshelf = rak_buku; carpet = karpet, permadani; mirror = cermin; lantern = lentera, lampion; candle = lilin; fireplace = perapian
campfire = api_unggun; kite = layang-layang; flag = bendera; gift = hadiah, kado; teddy bear = boneka_beruang; toy = mainan
christmas tree = pohon_natal; shoe = sepatu; ring = cincin; perfume = parfum; sign = papan_tanda, papan_nama; pizza = pizza
birthday cake = kue_ulang_tahun; cake = kue; cheese = keju; ice cream = es_krim; chocolate = cokelat, coklat
cup of coffee = secangkir_kopi, kopi; cup of tea = secangkir_teh, teh; milk = susu; soup = sup; egg = telur; orange fruit = jeruk
lemon = lemon; banana = pisang; strawberry = stroberi; cherry = ceri; grapes = anggur; watermelon = semangka; pineapple = nanas
coconut = kelapa; mango = mangga; fruit = buah, buah-buahan; tulip = tulip; daisy = bunga_aster; lotus = teratai; cactus = kaktus
palm tree = pohon_kelapa, pohon_palem; pine tree = pohon_pinus, pinus; oak = pohon_beringin, pohon_ek; cherry tree = pohon_sakura
bamboo = bambu; bush = semak; crystal = kristal; sun = matahari; comet = komet; fireworks = kembang_api; lightning = petir, kilat
snowman = manusia_salju; tower = menara; mountain = gunung; mountains = pegunungan; cloud = awan; moon = bulan; planet = planet
earth planet = bumi; temple = pura, kuil_kuno`;

export const INDONESIAN_WORDS = `
gray = abu-abu; brown = cokelat_tua; silver = perak; turquoise = toska; beige = krem; dark = gelap; bright = terang, cerah
glowing = bersinar, bercahaya, menyala; huge = raksasa, sangat_besar; tiny = mungil, sangat_kecil; tall = tinggi; long = panjang
round = bundar, bulat; young = muda; new = baru; modern = modern; futuristic = futuristik; medieval = abad_pertengahan; ancient = kuno
abandoned = terbengkalai, terlantar; stone = dari_batu; glass made = kaca, dari_kaca; golden = emas, keemasan; frozen = beku, membeku
snowy = bersalju, tertutup_salju; wet = basah; happy = bahagia, gembira; sad = sedih; lonely = kesepian, sendirian; angry = marah
cute = lucu, imut; beautiful = indah, cantik; magical = ajaib; mysterious = misterius; striped = belang, bergaris; tropical = tropis
traditional = tradisional; thin = tipis; one = satu, seekor, sebuah, seorang; two = dua, dua_ekor, dua_orang, sepasang
three = tiga, tiga_ekor, tiga_orang, tiga_buah; four = empat, empat_ekor; five = lima, lima_ekor; six = enam; seven = tujuh
eight = delapan; nine = sembilan; ten = sepuluh; twelve = dua_belas; a few = beberapa; many = banyak, ratusan, ribuan
between = di_antara; above = di_atas_langit, melayang_di_atas; on = di_atas; under = di_bawah; inside = di_dalam; around = di_sekitar, mengelilingi
in the background = di_latar_belakang, latar_belakang, di_kejauhan, kejauhan; in the foreground = di_latar_depan, di_depan_sana
on the left = di_sebelah_kiri_gambar; in the sky = di_langit; with = bersama, ditemani; without = tanpa
coast = pesisir; cliff = tebing; waves = ombak, gelombang; wheat field = ladang_gandum; sunflower field = ladang_bunga_matahari
tea plantation field = kebun_teh; bamboo forest = hutan_bambu; coral reef = terumbu_karang; skyline = cakrawala_kota
greenhouse = rumah_kaca; road = jalan_setapak; old town = kota_tua; lava = lahar, lava; living room = ruang_keluarga
bathroom = kamar_mandi; restaurant = restoran, warung, rumah_makan; school = sekolah; pier = dermaga; airport = bandara
valley = lembah; iceberg = gunung_es; arctic = kutub_utara, antartika; grass = rumput; hill = bukit; hospital = rumah_sakit
bakery = toko_roti; shop = toko; museum = museum; playground = taman_bermain; oasis = oase; canal = kanal; tokyo = tokyo
london = london; new york = new_york; mumbai = jakarta, bali; starry sky = langit_berbintang, penuh_bintang; milky way = bima_sakti
northern lights = aurora; swimming pool = kolam_renang; above the clouds = di_atas_awan; puddles = genangan_air; dusk = petang, sore_hari, sore
dawn = subuh, dini_hari; noon = tengah_hari; afternoon = siang_menjelang_sore; at night = tengah_malam; full moon = bulan_purnama, purnama
sunlight = sinar_matahari; moonlight = cahaya_bulan, sinar_bulan; candlelight = cahaya_lilin; rainy = hujan_deras, gerimis, saat_hujan
snowing = turun_salju, salju_turun; thunderstorm = badai_petir; windy = angin, berangin; cloudy = mendung, berawan
autumn leaves = daun_gugur, daun-daun_berguguran; cherry blossoms = bunga_sakura; neon = neon, lampu_neon; anime style = anime, gaya_anime
pixel art = seni_piksel; comic book style = komik; 3d render = 3d, render_3d; photorealistic = realistis, fotorealistik
aerial shot = dari_udara, pemandangan_udara; close up = jarak_dekat; wide shot = sudut_lebar; portrait of = potret
time lapse = selang_waktu, timelapse; slow motion = gerak_lambat; slowly = perlahan, pelan-pelan, perlahan-lahan; quickly = cepat, dengan_cepat
lying = berbaring; sleeping = tertidur, sedang_tidur; walking = berjalan-jalan; jumping = melompat, meloncat; fighting = bertarung, berkelahi
playing football = bermain_sepak_bola, bermain_bola; flying a kite = bermain_layang-layang, menerbangkan_layang-layang; playing the guitar = bermain_gitar, memainkan_gitar, memetik_gitar
playing the piano = bermain_piano, memainkan_piano; playing the violin = bermain_biola; playing the flute = meniup_seruling, bermain_suling
drinking = minum, meminum; reading a book = membaca_buku; cooking = memasak; painting a = melukis; singing = bernyanyi, menyanyi
laughing = tertawa; smiling = tersenyum; crying = menangis; waving = melambaikan_tangan, melambai; driving = menyetir, melaju
riding a bicycle = bersepeda, naik_sepeda, mengendarai_sepeda; rowing = mendayung; floating = mengapung, melayang; sailing = berlayar
falling = jatuh, berjatuhan; climbing = mendaki, memanjat; chasing = mengejar; looking at = melihat, menatap, memandang
feeding = memberi_makan; hugging = memeluk; wearing = memakai, mengenakan, berpakaian, berbaju; holding a umbrella = memakai_payung, membawa_payung, berpayung
watering = menyirami, menyiram; blooming = mekar, bermekaran; burning = terbakar; erupting = meletus; working = bekerja; writing = menulis
praying = berdoa, sholat; waiting = menunggu; fishing = memancing; surfing = berselancar; dancing = menari-nari; crossing = menyeberangi, melintasi
hat = topi_jerami; coat = mantel; jacket = jaket; shirt = kemeja, baju; scarf = syal; suit = jas; kimono = kimono; sunglasses = kacamata_hitam
beard = janggut, jenggot; hair = rambut; eyes = mata; leaves = daun, dedaunan; - = ekor, buah, orang_itu, sambil, saat, ketika, nya, tolong, gambarkan, buatkan, gambar`;
