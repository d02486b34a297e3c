import type { EditLanguage } from './edit-language.ts';

export const INDONESIAN: EditLanguage = {
  code: 'id',
  cues: /(?<!\p{L})(?:tambahkan|tambah|hapus|hilangkan|ganti|ubah|buat(?:lah)?|jadikan|beri(?:kan)?|taruh|letakkan|tulis(?:kan)?|latar belakang|menjadi|hitam putih|tolong|putar|bisukan|pasang)(?!\p{L})/giu,
  split:
    /\s*[,;]\s*(?:dan )?(?:lalu |kemudian )?|\s+(?:dan|lalu|kemudian)\s+(?=(?:tambah|hapus|hilang|ganti|ubah|buat|jadi|beri|taruh|letak|tulis|putar|bisu|pasang)\p{L}*(?:\s|$))/giu,
  rules: [
    [/(?:kabur|blur)\p{L}*\s+latar|latar belakang (?:kabur|buram|blur)/iu, 'blur the background'],
    [/^(?:hapus|hilang)\p{L}*\s+latar belakang(?:nya)?$/iu, 'remove the background'],
    [
      /^(?:ganti|ubah)\p{L}*\s+latar belakang(?:nya)?\s+(?:dengan|menjadi|jadi|ke)\s+(.+)$/iu,
      'replace the background with {1}',
    ],
    [/^(?:hapus|hilang|mati)\p{L}*\s+(?:suara|audio)|bisukan|tanpa suara/iu, 'mute'],
    [/^tambah\p{L}*\s+suara\s+(.+)$/iu, 'add the sound of {1}'],
    [/mundur|terbalik waktunya|putar balik/iu, 'play it backwards'],
    [/gerak(?:an)? lambat|perlambat|lebih lambat|pelan/iu, 'slow motion'],
    [/percepat|lebih cepat/iu, 'speed it up 2x'],
    [/balik(?:kan)? (?:secara )?horizontal|cermin/iu, 'flip horizontally'],
    [/^(?:hapus|hilang|buang|singkir)\p{L}*\s+(.+)$/iu, 'remove {1}'],
    [
      /^(?:ubah|ganti|buat|jadi|warnai|cat)\p{L}*\s+(?:warna\s+)?(.+?)\s+(?:menjadi |jadi |ke |berwarna |warna )*(merah muda|merah|biru|hijau|kuning|oranye|putih|hitam|pink|ungu|cokelat|coklat|abu-abu|emas)$/iu,
      'make {1} {2}',
    ],
    [/^(?:beri|pakai|pasang)\p{L}*\s+(.+?)\s+(?:pada|ke|kepada|untuk)\s+(.+)$/iu, 'give {2} {1}'],
    [
      /^beri(?:kan)?\s+((?:wanita|perempuan|pria|laki-laki|kucing|anjing|anak)\p{L}*(?: itu)?)\s+(.+)$/iu,
      'give {1} {2}',
    ],
    [
      /^(?:tambah|taruh|letak|pasang)\p{L}*\s+(.+?)\s+(di atas|di samping|di sebelah|di depan|di belakang|di|pada|ke)\s+(.+)$/iu,
      'add {1} {2} {3}',
    ],
    [/^(?:tambah|taruh|letak|pasang)\p{L}*\s+(.+)$/iu, 'add {1}'],
  ],
  looks: `
black and white = hitam[- ]?(?:dan )?putih
sepia = sepia
anime style = anime
watercolor = cat air
oil painting = cat minyak|lukisan
comic book style = kartun|komik
pencil sketch = sketsa|pensil
pixel art = piksel
night = malam
day = siang
sunset = matahari terbenam|senja
winter = musim dingin
autumn = musim gugur
spring time = musim semi
summer = musim panas
vintage = film lama|jadul|vintage
cinematic = sinematik
brighter = lebih terang
darker = lebih gelap
warmer = lebih hangat
rain = hujan
snow = salju
fog = kabut
thunderstorm = badai
sunny = cerah`,
  nouns: `
silver necklace = kalung perak
gold necklace = kalung emas
necklace = kalung
sunglasses = kacamata hitam
glasses = kacamata
hat = topi
crown = mahkota
scarf = syal
balloon = balon
woman = wanita, perempuan
man = pria, laki-laki
people = orang-orang, orang
girl = gadis
cat = kucing
dog = anjing
bird = burung
car = mobil
tree = pohon
flower = bunga
table = meja
sofa = sofa
sky = langit
hair = rambut, rambutnya
dress = gaun
shirt = baju, kemeja
moon = bulan
sun = matahari
rainbow = pelangi
house = rumah
boat = perahu
beach = pantai
sea = laut
forest = hutan
mountain = gunung
city = kota
rain = hujan
waves = ombak
music = musik
on = di atas, pada
next to = di samping, di sebelah
in front of = di depan
behind = di belakang
in = di
pink = merah muda
red = merah
blue = biru
green = hijau
yellow = kuning
orange = oranye
white = putih
black = hitam
purple = ungu
brown = cokelat, coklat
golden = emas
a = sebuah, seekor, seorang
the = itu, ini`,
  adjectivesFollow: true,
};
