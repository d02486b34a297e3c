import type { EditLanguage } from './edit-language.ts';

export const CHINESE: EditLanguage = {
  code: 'zh',
  split: /[，,；;、]\s*(?:并且?|然后|再|接着|同时)?|并且|然后|并(?=添加|加|删|把|在|给)/gu,
  rules: [
    [/(?:模糊|虚化)背景|背景(?:模糊|虚化)/u, 'blur the background'],
    [/(?:去除|移除|删除|去掉|抠掉)背景(?![中里的上])/u, 'remove the background'],
    [/(?:把|将)?(?:背景)(?:换成|替换成|替换为|改成|改为|变成|换为)(.+)$/u, 'replace the background with {1}'],
    [/静音|(?:去掉|删除|移除|关闭)(?:声音|音频|音乐)|無聲|无声/u, 'mute'],
    [/(?:添加|加上|加入|增加)(.+?)(?:的)?(?:声音|声|音效)$/u, 'add the sound of {1}'],
    [/倒放|倒着播|反向播放|倒播/u, 'play it backwards'],
    [/慢动作|慢放|放慢|減慢|减慢/u, 'slow motion'],
    [/加速|快进|快放|两倍速/u, 'speed it up 2x'],
    [/翻转|镜像/u, 'flip horizontally'],
    [/^(?:请)?(?:去除|移除|删除|去掉|擦除|消除|拿掉)(.+)$/u, 'remove {1}'],
    [/^(?:请)?(?:把|将)(.+?)(?:去掉|删除|移除|去除|删掉|擦掉)$/u, 'remove {1}'],
    [
      /^(?:请)?(?:把|将)(.+?)(?:的颜色)?(?:变成|改成|换成|改为|染成|涂成)(.*(?:红|蓝|绿|黄|橙|白|黑|粉|紫|金|灰|棕)色?)$/u,
      'make {1} {2}',
    ],
    [/^(?:请)?(?:给|让|为)(.+?)(?:戴上|带上|戴|穿上|穿|加上|添加|拿着|一)(.+)$/u, 'give {1} {2}'],
    [
      /^(?:请)?在(.+?)(?:的)?(上面|上|旁边|里面|里|中|前面|后面)(?:添加|加上|放上|放|加入|加|画)(.+)$/u,
      'add {3} {2} {1}',
    ],
    [/^(?:请)?(?:添加|加上|加入|增加|加|放)(.+)$/u, 'add {1}'],
  ],
  looks: `
black and white = 黑白
sepia = 复古棕|棕褐
anime style = 动漫|动画风|日漫|吉卜力|宫崎骏
watercolor = 水彩
oil painting = 油画
pixel art = 像素
comic book style = 漫画|卡通
pencil sketch = 素描|铅笔|手绘
claymation = 黏土|粘土
film noir = 黑色电影
night = 夜晚|夜景|晚上|黑夜|夜里|成夜
day = 白天|日间
sunset = 日落|黄昏|夕阳|傍晚
winter = 冬天|冬季|冬日
autumn = 秋天|秋季
spring time = 春天|春季
summer = 夏天|夏季
vintage = 复古|怀旧|老电影|老照片
warmer = 暖(?:色|一|些)|更暖
cooler = 冷(?:色|一|些)|更冷
brighter = 更亮|亮一|变亮|调亮
darker = 更暗|暗一|变暗|调暗
more vibrant = 鲜艳
cinematic = 电影(?:感|风|般|质感)
rain = 下雨|雨
snow = 下雪|雪
fog = 雾
thunderstorm = 雷暴|暴风雨|雷雨
sunny = 晴天|阳光
cherry blossoms = 樱花(?:飘|雨)?|花瓣
falling leaves = 落叶`,
  nouns: `
silver necklace = 银项链, 银色项链, 银色的项链, 银质项链
gold necklace = 金项链, 金色项链
necklace = 项链
sunglasses = 墨镜, 太阳镜, 太阳眼镜
glasses = 眼镜
hat = 帽子, 礼帽
crown = 皇冠, 王冠
earrings = 耳环
scarf = 围巾
tie = 领带
beard = 胡子, 胡须
mask = 口罩, 面具
headphones = 耳机
flower crown = 花环
balloon = 气球
woman = 女人, 女子, 女士, 女性, 她
man = 男人, 男子, 男士, 男性, 他
girl = 女孩
boy = 男孩
person = 人, 人物
background = 背景
people = 人们, 行人
on = 上面, 上
next to = 旁边
in = 里面, 里, 中
in front of = 前面
behind = 后面
hair = 头发
dress = 裙子, 连衣裙
shirt = 衬衫
car = 汽车, 车, 轿车, 车子
sky = 天空, 天
dog = 狗
cat = 猫
table = 桌子
sofa = 沙发
rainbow = 彩虹
beach = 海滩, 沙滩
rain = 雨, 雨声
birds = 鸟, 鸟叫, 鸟鸣
waves = 海浪
music = 音乐
red = 红色, 红
blue = 蓝色, 蓝
green = 绿色, 绿
yellow = 黄色, 黄
white = 白色, 白
black = 黑色, 黑
pink = 粉色, 粉红色, 粉
purple = 紫色, 紫
golden = 金色
gray = 灰色
brown = 棕色
orange = 橙色
a = 一条, 一副, 一顶, 一只, 一个, 一杯, 一辆, 一朵, 条, 副, 顶
- = 的, 了, 身, 着`,
  isUnspaced: true,
};
