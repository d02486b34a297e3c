import { INDONESIAN_NOUNS, INDONESIAN_WORDS } from './indonesian-vocabulary.ts';
import type { LanguageTable } from './language-table.ts';

export const INDONESIAN: LanguageTable = {
  code: 'id',
  hints:
    'yang di dan dengan seekor sebuah seorang dari pada ke untuk tanpa para ini itu sedang atas bawah depan belakang samping',
  adjectivesFollow: true,
  suffixes: [['nya', '-']],
  moreNouns: `${INDONESIAN_NOUNS}
duck = bebek, itik; parrot = burung_beo, beo; swan = angsa; eagle = elang; penguin = penguin; lion = singa
tiger = harimau; elephant = gajah; giraffe = jerapah; monkey = monyet; bear = beruang; wolf = serigala
deer = rusa; squirrel = tupai; pig = babi; cow = sapi; goat = kambing; sheep = domba; chicken = ayam
frog = katak; snake = ular; crocodile = buaya; dolphin = lumba-lumba; whale = paus; shark = hiu
butterfly = kupu-kupu; bee = lebah; unicorn = unikorn; mermaid = putri_duyung; ghost = hantu; witch = penyihir
king = raja; queen = ratu; princess = putri; pirate = bajak_laut; soldier = tentara; police officer = polisi
doctor = dokter; teacher = guru; student = murid, siswa; chef = koki; farmer = petani; fisherman = nelayan
painter = pelukis; singer = penyanyi; dancer = penari; grandmother = nenek; grandfather = kakek
motorcycle = sepeda_motor, motor; truck = truk; taxi = taksi; helicopter = helikopter
spaceship = pesawat_luar_angkasa; guitar = gitar; violin = biola; book = buku; bed = tempat_tidur, ranjang
dress = gaun; hat = topi; bread = roti; apple = apel; rose = mawar; sunflower = bunga_matahari; mushroom = jamur
rock = batu; rainbow = pelangi; pumpkin = labu`,
  moreWords: `${INDONESIAN_WORDS}
pond = kolam; rooftop = atap; road = jalan_raya; plaza = alun-alun; alley = gang; jungle = hutan_hujan
waterfall = air_terjun; cave = gua; volcano = gunung_berapi; kitchen = dapur; bedroom = kamar_tidur
living room = ruang_tamu; coffee shop = kafe, kedai_kopi; office = kantor; classroom = ruang_kelas
stage = panggung; market = pasar; harbour = pelabuhan; train station = stasiun_kereta, stasiun; stadium = stadion
ruins = reruntuhan; farm = peternakan; savanna = sabana; canyon = ngarai; swamp = rawa; island = pulau
meadow = padang_rumput; rice field = sawah; vineyard = kebun_anggur; laboratory = laboratorium; factory = pabrik
park = taman; temple = kuil, candi; on the moon = di_bulan; paris = paris; eiffel tower = menara_eiffel`,
  nouns: `
cat = kucing
dog = anjing
bird = burung
horse = kuda
cow = sapi
elephant = gajah
tiger = harimau, macan
lion = singa
fish = ikan
turtle = penyu, kura-kura
fox = rubah
rabbit = kelinci
butterfly = kupu-kupu
monkey = monyet
owl = burung_hantu
dragon = naga
man = pria, laki-laki, lelaki
woman = wanita, perempuan
girl = gadis
boy = anak_laki-laki
child = anak, anak_kecil
children = anak-anak
people = orang-orang
person = orang
farmer = petani
astronaut = astronot, astronaut
knight = ksatria
robot = robot
house = rumah
tree = pohon
flower = bunga
rose = mawar
sunflower = bunga_matahari
car = mobil
bus = bus
bicycle = sepeda
motorcycle = sepeda_motor
train = kereta, kereta_api
boat = perahu
ship = kapal
airplane = pesawat, pesawat_terbang
rocket = roket
hot air balloon = balon_udara
balloon = balon
umbrella = payung
sofa = sofa
table = meja
chair = kursi
lamp = lampu
candle = lilin
book = buku
cup of coffee = secangkir_kopi
cup = cangkir
mountain = gunung
mountains = pegunungan
moon = bulan
cloud = awan
temple = candi, kuil
mosque = masjid
castle = kastil, istana
lighthouse = mercusuar
bridge = jembatan
waterfall = air_terjun
fire = api
apple = apel
door = pintu
window = jendela`,
  words: `
red = merah
blue = biru
green = hijau
yellow = kuning
white = putih
black = hitam
orange = oranye, jingga
pink = merah_muda
purple = ungu
brown = cokelat, coklat
gray = abu-abu
golden = emas, keemasan
a = seekor, sebuah, seorang, satu
two = dua, dua_ekor, dua_buah, dua_orang
three = tiga, tiga_ekor, tiga_buah, tiga_orang
four = empat, empat_ekor
five = lima, lima_ekor, lima_buah
six = enam
seven = tujuh
ten = sepuluh
many = banyak
small = kecil
big = besar
huge = raksasa
old = tua, kuno
wooden = kayu, dari_kayu
and = dan
with = dengan
without = tanpa
in = di, di_dalam, dalam
on = di_atas
under = di_bawah
next to = di_samping, di_sebelah, dekat, di_tepi
in front of = di_depan
behind = di_belakang
to the left of = di_sebelah_kiri, di_kiri
to the right of = di_sebelah_kanan, di_kanan
through = melewati, melalui
of = dari
- = yang, sedang, itu, ini, para
sea = laut
beach = pantai, tepi_pantai
forest = hutan
river = sungai
lake = danau
desert = gurun, padang_pasir
street = jalan, jalanan
city = kota
village = desa
market = pasar
field = ladang, padang_rumput
rice field = sawah
garden = taman, kebun
room = kamar, ruangan
kitchen = dapur
sky = langit
space = luar_angkasa
island = pulau
library = perpustakaan
underwater = bawah_laut, di_bawah_laut
snow = salju
rain = hujan
fog = kabut, berkabut
storm = badai
stars = bintang, bintang-bintang
at night = malam, malam_hari, di_malam_hari, pada_malam_hari
morning = pagi, pagi_hari
day = siang, siang_hari
sunset = matahari_terbenam, saat_matahari_terbenam, senja
sunrise = matahari_terbit, saat_matahari_terbit, fajar
autumn = musim_gugur
winter = musim_dingin
spring time = musim_semi
summer = musim_panas
watercolor = cat_air
oil painting = lukisan_minyak
pencil sketch = sketsa_pensil
black and white photo = hitam_putih, hitam-putih
cinematic = sinematik
sitting = duduk
standing = berdiri
sleeping = tidur
running = berlari
walking = berjalan
flying = terbang
swimming = berenang
dancing = menari
playing = bermain
holding = memegang, membawa
reading = membaca
riding = menaiki, mengendarai, naik
eating = makan
says = berkata`,
};
