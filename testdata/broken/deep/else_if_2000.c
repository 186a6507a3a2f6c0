int value(int x)
{
    if (x == 0)
        return 0;
    else if (x == 1)
        return 7;
    else if (x == 2)
        return 14;
    else if (x == 3)
        return 21;
    else if (x == 4)
        return 28;
    else if (x == 5)
        return 35;
    else if (x == 6)
        return 42;
    else if (x == 7)
        return 49;
    else if (x == 8)
        return 56;
    else if (x == 9)
        return 63;
    else if (x == 10)
        return 70;
    else if (x == 11)
        return 77;
    else if (x == 12)
        return 84;
    else if (x == 13)
        return 91;
    else if (x == 14)
        return 98;
    else if (x == 15)
        return 105;
    else if (x == 16)
        return 112;
    else if (x == 17)
        return 119;
    else if (x == 18)
        return 126;
    else if (x == 19)
        return 133;
    else if (x == 20)
        return 140;
    else if (x == 21)
        return 147;
    else if (x == 22)
        return 154;
    else if (x == 23)
        return 161;
    else if (x == 24)
        return 168;
    else if (x == 25)
        return 175;
    else if (x == 26)
        return 182;
    else if (x == 27)
        return 189;
    else if (x == 28)
        return 196;
    else if (x == 29)
        return 203;
    else if (x == 30)
        return 210;
    else if (x == 31)
        return 217;
    else if (x == 32)
        return 224;
    else if (x == 33)
        return 231;
    else if (x == 34)
        return 238;
    else if (x == 35)
        return 245;
    else if (x == 36)
        return 252;
    else if (x == 37)
        return 259;
    else if (x == 38)
        return 266;
    else if (x == 39)
        return 273;
    else if (x == 40)
        return 280;
    else if (x == 41)
        return 287;
    else if (x == 42)
        return 294;
    else if (x == 43)
        return 301;
    else if (x == 44)
        return 308;
    else if (x == 45)
        return 315;
    else if (x == 46)
        return 322;
    else if (x == 47)
        return 329;
    else if (x == 48)
        return 336;
    else if (x == 49)
        return 343;
    else if (x == 50)
        return 350;
    else if (x == 51)
        return 357;
    else if (x == 52)
        return 364;
    else if (x == 53)
        return 371;
    else if (x == 54)
        return 378;
    else if (x == 55)
        return 385;
    else if (x == 56)
        return 392;
    else if (x == 57)
        return 399;
    else if (x == 58)
        return 406;
    else if (x == 59)
        return 413;
    else if (x == 60)
        return 420;
    else if (x == 61)
        return 427;
    else if (x == 62)
        return 434;
    else if (x == 63)
        return 441;
    else if (x == 64)
        return 448;
    else if (x == 65)
        return 455;
    else if (x == 66)
        return 462;
    else if (x == 67)
        return 469;
    else if (x == 68)
        return 476;
    else if (x == 69)
        return 483;
    else if (x == 70)
        return 490;
    else if (x == 71)
        return 497;
    else if (x == 72)
        return 504;
    else if (x == 73)
        return 511;
    else if (x == 74)
        return 518;
    else if (x == 75)
        return 525;
    else if (x == 76)
        return 532;
    else if (x == 77)
        return 539;
    else if (x == 78)
        return 546;
    else if (x == 79)
        return 553;
    else if (x == 80)
        return 560;
    else if (x == 81)
        return 567;
    else if (x == 82)
        return 574;
    else if (x == 83)
        return 581;
    else if (x == 84)
        return 588;
    else if (x == 85)
        return 595;
    else if (x == 86)
        return 602;
    else if (x == 87)
        return 609;
    else if (x == 88)
        return 616;
    else if (x == 89)
        return 623;
    else if (x == 90)
        return 630;
    else if (x == 91)
        return 637;
    else if (x == 92)
        return 644;
    else if (x == 93)
        return 651;
    else if (x == 94)
        return 658;
    else if (x == 95)
        return 665;
    else if (x == 96)
        return 672;
    else if (x == 97)
        return 679;
    else if (x == 98)
        return 686;
    else if (x == 99)
        return 693;
    else if (x == 100)
        return 700;
    else if (x == 101)
        return 707;
    else if (x == 102)
        return 714;
    else if (x == 103)
        return 721;
    else if (x == 104)
        return 728;
    else if (x == 105)
        return 735;
    else if (x == 106)
        return 742;
    else if (x == 107)
        return 749;
    else if (x == 108)
        return 756;
    else if (x == 109)
        return 763;
    else if (x == 110)
        return 770;
    else if (x == 111)
        return 777;
    else if (x == 112)
        return 784;
    else if (x == 113)
        return 791;
    else if (x == 114)
        return 798;
    else if (x == 115)
        return 805;
    else if (x == 116)
        return 812;
    else if (x == 117)
        return 819;
    else if (x == 118)
        return 826;
    else if (x == 119)
        return 833;
    else if (x == 120)
        return 840;
    else if (x == 121)
        return 847;
    else if (x == 122)
        return 854;
    else if (x == 123)
        return 861;
    else if (x == 124)
        return 868;
    else if (x == 125)
        return 875;
    else if (x == 126)
        return 882;
    else if (x == 127)
        return 889;
    else if (x == 128)
        return 896;
    else if (x == 129)
        return 903;
    else if (x == 130)
        return 910;
    else if (x == 131)
        return 917;
    else if (x == 132)
        return 924;
    else if (x == 133)
        return 931;
    else if (x == 134)
        return 938;
    else if (x == 135)
        return 945;
    else if (x == 136)
        return 952;
    else if (x == 137)
        return 959;
    else if (x == 138)
        return 966;
    else if (x == 139)
        return 973;
    else if (x == 140)
        return 980;
    else if (x == 141)
        return 987;
    else if (x == 142)
        return 994;
    else if (x == 143)
        return 1;
    else if (x == 144)
        return 8;
    else if (x == 145)
        return 15;
    else if (x == 146)
        return 22;
    else if (x == 147)
        return 29;
    else if (x == 148)
        return 36;
    else if (x == 149)
        return 43;
    else if (x == 150)
        return 50;
    else if (x == 151)
        return 57;
    else if (x == 152)
        return 64;
    else if (x == 153)
        return 71;
    else if (x == 154)
        return 78;
    else if (x == 155)
        return 85;
    else if (x == 156)
        return 92;
    else if (x == 157)
        return 99;
    else if (x == 158)
        return 106;
    else if (x == 159)
        return 113;
    else if (x == 160)
        return 120;
    else if (x == 161)
        return 127;
    else if (x == 162)
        return 134;
    else if (x == 163)
        return 141;
    else if (x == 164)
        return 148;
    else if (x == 165)
        return 155;
    else if (x == 166)
        return 162;
    else if (x == 167)
        return 169;
    else if (x == 168)
        return 176;
    else if (x == 169)
        return 183;
    else if (x == 170)
        return 190;
    else if (x == 171)
        return 197;
    else if (x == 172)
        return 204;
    else if (x == 173)
        return 211;
    else if (x == 174)
        return 218;
    else if (x == 175)
        return 225;
    else if (x == 176)
        return 232;
    else if (x == 177)
        return 239;
    else if (x == 178)
        return 246;
    else if (x == 179)
        return 253;
    else if (x == 180)
        return 260;
    else if (x == 181)
        return 267;
    else if (x == 182)
        return 274;
    else if (x == 183)
        return 281;
    else if (x == 184)
        return 288;
    else if (x == 185)
        return 295;
    else if (x == 186)
        return 302;
    else if (x == 187)
        return 309;
    else if (x == 188)
        return 316;
    else if (x == 189)
        return 323;
    else if (x == 190)
        return 330;
    else if (x == 191)
        return 337;
    else if (x == 192)
        return 344;
    else if (x == 193)
        return 351;
    else if (x == 194)
        return 358;
    else if (x == 195)
        return 365;
    else if (x == 196)
        return 372;
    else if (x == 197)
        return 379;
    else if (x == 198)
        return 386;
    else if (x == 199)
        return 393;
    else if (x == 200)
        return 400;
    else if (x == 201)
        return 407;
    else if (x == 202)
        return 414;
    else if (x == 203)
        return 421;
    else if (x == 204)
        return 428;
    else if (x == 205)
        return 435;
    else if (x == 206)
        return 442;
    else if (x == 207)
        return 449;
    else if (x == 208)
        return 456;
    else if (x == 209)
        return 463;
    else if (x == 210)
        return 470;
    else if (x == 211)
        return 477;
    else if (x == 212)
        return 484;
    else if (x == 213)
        return 491;
    else if (x == 214)
        return 498;
    else if (x == 215)
        return 505;
    else if (x == 216)
        return 512;
    else if (x == 217)
        return 519;
    else if (x == 218)
        return 526;
    else if (x == 219)
        return 533;
    else if (x == 220)
        return 540;
    else if (x == 221)
        return 547;
    else if (x == 222)
        return 554;
    else if (x == 223)
        return 561;
    else if (x == 224)
        return 568;
    else if (x == 225)
        return 575;
    else if (x == 226)
        return 582;
    else if (x == 227)
        return 589;
    else if (x == 228)
        return 596;
    else if (x == 229)
        return 603;
    else if (x == 230)
        return 610;
    else if (x == 231)
        return 617;
    else if (x == 232)
        return 624;
    else if (x == 233)
        return 631;
    else if (x == 234)
        return 638;
    else if (x == 235)
        return 645;
    else if (x == 236)
        return 652;
    else if (x == 237)
        return 659;
    else if (x == 238)
        return 666;
    else if (x == 239)
        return 673;
    else if (x == 240)
        return 680;
    else if (x == 241)
        return 687;
    else if (x == 242)
        return 694;
    else if (x == 243)
        return 701;
    else if (x == 244)
        return 708;
    else if (x == 245)
        return 715;
    else if (x == 246)
        return 722;
    else if (x == 247)
        return 729;
    else if (x == 248)
        return 736;
    else if (x == 249)
        return 743;
    else if (x == 250)
        return 750;
    else if (x == 251)
        return 757;
    else if (x == 252)
        return 764;
    else if (x == 253)
        return 771;
    else if (x == 254)
        return 778;
    else if (x == 255)
        return 785;
    else if (x == 256)
        return 792;
    else if (x == 257)
        return 799;
    else if (x == 258)
        return 806;
    else if (x == 259)
        return 813;
    else if (x == 260)
        return 820;
    else if (x == 261)
        return 827;
    else if (x == 262)
        return 834;
    else if (x == 263)
        return 841;
    else if (x == 264)
        return 848;
    else if (x == 265)
        return 855;
    else if (x == 266)
        return 862;
    else if (x == 267)
        return 869;
    else if (x == 268)
        return 876;
    else if (x == 269)
        return 883;
    else if (x == 270)
        return 890;
    else if (x == 271)
        return 897;
    else if (x == 272)
        return 904;
    else if (x == 273)
        return 911;
    else if (x == 274)
        return 918;
    else if (x == 275)
        return 925;
    else if (x == 276)
        return 932;
    else if (x == 277)
        return 939;
    else if (x == 278)
        return 946;
    else if (x == 279)
        return 953;
    else if (x == 280)
        return 960;
    else if (x == 281)
        return 967;
    else if (x == 282)
        return 974;
    else if (x == 283)
        return 981;
    else if (x == 284)
        return 988;
    else if (x == 285)
        return 995;
    else if (x == 286)
        return 2;
    else if (x == 287)
        return 9;
    else if (x == 288)
        return 16;
    else if (x == 289)
        return 23;
    else if (x == 290)
        return 30;
    else if (x == 291)
        return 37;
    else if (x == 292)
        return 44;
    else if (x == 293)
        return 51;
    else if (x == 294)
        return 58;
    else if (x == 295)
        return 65;
    else if (x == 296)
        return 72;
    else if (x == 297)
        return 79;
    else if (x == 298)
        return 86;
    else if (x == 299)
        return 93;
    else if (x == 300)
        return 100;
    else if (x == 301)
        return 107;
    else if (x == 302)
        return 114;
    else if (x == 303)
        return 121;
    else if (x == 304)
        return 128;
    else if (x == 305)
        return 135;
    else if (x == 306)
        return 142;
    else if (x == 307)
        return 149;
    else if (x == 308)
        return 156;
    else if (x == 309)
        return 163;
    else if (x == 310)
        return 170;
    else if (x == 311)
        return 177;
    else if (x == 312)
        return 184;
    else if (x == 313)
        return 191;
    else if (x == 314)
        return 198;
    else if (x == 315)
        return 205;
    else if (x == 316)
        return 212;
    else if (x == 317)
        return 219;
    else if (x == 318)
        return 226;
    else if (x == 319)
        return 233;
    else if (x == 320)
        return 240;
    else if (x == 321)
        return 247;
    else if (x == 322)
        return 254;
    else if (x == 323)
        return 261;
    else if (x == 324)
        return 268;
    else if (x == 325)
        return 275;
    else if (x == 326)
        return 282;
    else if (x == 327)
        return 289;
    else if (x == 328)
        return 296;
    else if (x == 329)
        return 303;
    else if (x == 330)
        return 310;
    else if (x == 331)
        return 317;
    else if (x == 332)
        return 324;
    else if (x == 333)
        return 331;
    else if (x == 334)
        return 338;
    else if (x == 335)
        return 345;
    else if (x == 336)
        return 352;
    else if (x == 337)
        return 359;
    else if (x == 338)
        return 366;
    else if (x == 339)
        return 373;
    else if (x == 340)
        return 380;
    else if (x == 341)
        return 387;
    else if (x == 342)
        return 394;
    else if (x == 343)
        return 401;
    else if (x == 344)
        return 408;
    else if (x == 345)
        return 415;
    else if (x == 346)
        return 422;
    else if (x == 347)
        return 429;
    else if (x == 348)
        return 436;
    else if (x == 349)
        return 443;
    else if (x == 350)
        return 450;
    else if (x == 351)
        return 457;
    else if (x == 352)
        return 464;
    else if (x == 353)
        return 471;
    else if (x == 354)
        return 478;
    else if (x == 355)
        return 485;
    else if (x == 356)
        return 492;
    else if (x == 357)
        return 499;
    else if (x == 358)
        return 506;
    else if (x == 359)
        return 513;
    else if (x == 360)
        return 520;
    else if (x == 361)
        return 527;
    else if (x == 362)
        return 534;
    else if (x == 363)
        return 541;
    else if (x == 364)
        return 548;
    else if (x == 365)
        return 555;
    else if (x == 366)
        return 562;
    else if (x == 367)
        return 569;
    else if (x == 368)
        return 576;
    else if (x == 369)
        return 583;
    else if (x == 370)
        return 590;
    else if (x == 371)
        return 597;
    else if (x == 372)
        return 604;
    else if (x == 373)
        return 611;
    else if (x == 374)
        return 618;
    else if (x == 375)
        return 625;
    else if (x == 376)
        return 632;
    else if (x == 377)
        return 639;
    else if (x == 378)
        return 646;
    else if (x == 379)
        return 653;
    else if (x == 380)
        return 660;
    else if (x == 381)
        return 667;
    else if (x == 382)
        return 674;
    else if (x == 383)
        return 681;
    else if (x == 384)
        return 688;
    else if (x == 385)
        return 695;
    else if (x == 386)
        return 702;
    else if (x == 387)
        return 709;
    else if (x == 388)
        return 716;
    else if (x == 389)
        return 723;
    else if (x == 390)
        return 730;
    else if (x == 391)
        return 737;
    else if (x == 392)
        return 744;
    else if (x == 393)
        return 751;
    else if (x == 394)
        return 758;
    else if (x == 395)
        return 765;
    else if (x == 396)
        return 772;
    else if (x == 397)
        return 779;
    else if (x == 398)
        return 786;
    else if (x == 399)
        return 793;
    else if (x == 400)
        return 800;
    else if (x == 401)
        return 807;
    else if (x == 402)
        return 814;
    else if (x == 403)
        return 821;
    else if (x == 404)
        return 828;
    else if (x == 405)
        return 835;
    else if (x == 406)
        return 842;
    else if (x == 407)
        return 849;
    else if (x == 408)
        return 856;
    else if (x == 409)
        return 863;
    else if (x == 410)
        return 870;
    else if (x == 411)
        return 877;
    else if (x == 412)
        return 884;
    else if (x == 413)
        return 891;
    else if (x == 414)
        return 898;
    else if (x == 415)
        return 905;
    else if (x == 416)
        return 912;
    else if (x == 417)
        return 919;
    else if (x == 418)
        return 926;
    else if (x == 419)
        return 933;
    else if (x == 420)
        return 940;
    else if (x == 421)
        return 947;
    else if (x == 422)
        return 954;
    else if (x == 423)
        return 961;
    else if (x == 424)
        return 968;
    else if (x == 425)
        return 975;
    else if (x == 426)
        return 982;
    else if (x == 427)
        return 989;
    else if (x == 428)
        return 996;
    else if (x == 429)
        return 3;
    else if (x == 430)
        return 10;
    else if (x == 431)
        return 17;
    else if (x == 432)
        return 24;
    else if (x == 433)
        return 31;
    else if (x == 434)
        return 38;
    else if (x == 435)
        return 45;
    else if (x == 436)
        return 52;
    else if (x == 437)
        return 59;
    else if (x == 438)
        return 66;
    else if (x == 439)
        return 73;
    else if (x == 440)
        return 80;
    else if (x == 441)
        return 87;
    else if (x == 442)
        return 94;
    else if (x == 443)
        return 101;
    else if (x == 444)
        return 108;
    else if (x == 445)
        return 115;
    else if (x == 446)
        return 122;
    else if (x == 447)
        return 129;
    else if (x == 448)
        return 136;
    else if (x == 449)
        return 143;
    else if (x == 450)
        return 150;
    else if (x == 451)
        return 157;
    else if (x == 452)
        return 164;
    else if (x == 453)
        return 171;
    else if (x == 454)
        return 178;
    else if (x == 455)
        return 185;
    else if (x == 456)
        return 192;
    else if (x == 457)
        return 199;
    else if (x == 458)
        return 206;
    else if (x == 459)
        return 213;
    else if (x == 460)
        return 220;
    else if (x == 461)
        return 227;
    else if (x == 462)
        return 234;
    else if (x == 463)
        return 241;
    else if (x == 464)
        return 248;
    else if (x == 465)
        return 255;
    else if (x == 466)
        return 262;
    else if (x == 467)
        return 269;
    else if (x == 468)
        return 276;
    else if (x == 469)
        return 283;
    else if (x == 470)
        return 290;
    else if (x == 471)
        return 297;
    else if (x == 472)
        return 304;
    else if (x == 473)
        return 311;
    else if (x == 474)
        return 318;
    else if (x == 475)
        return 325;
    else if (x == 476)
        return 332;
    else if (x == 477)
        return 339;
    else if (x == 478)
        return 346;
    else if (x == 479)
        return 353;
    else if (x == 480)
        return 360;
    else if (x == 481)
        return 367;
    else if (x == 482)
        return 374;
    else if (x == 483)
        return 381;
    else if (x == 484)
        return 388;
    else if (x == 485)
        return 395;
    else if (x == 486)
        return 402;
    else if (x == 487)
        return 409;
    else if (x == 488)
        return 416;
    else if (x == 489)
        return 423;
    else if (x == 490)
        return 430;
    else if (x == 491)
        return 437;
    else if (x == 492)
        return 444;
    else if (x == 493)
        return 451;
    else if (x == 494)
        return 458;
    else if (x == 495)
        return 465;
    else if (x == 496)
        return 472;
    else if (x == 497)
        return 479;
    else if (x == 498)
        return 486;
    else if (x == 499)
        return 493;
    else if (x == 500)
        return 500;
    else if (x == 501)
        return 507;
    else if (x == 502)
        return 514;
    else if (x == 503)
        return 521;
    else if (x == 504)
        return 528;
    else if (x == 505)
        return 535;
    else if (x == 506)
        return 542;
    else if (x == 507)
        return 549;
    else if (x == 508)
        return 556;
    else if (x == 509)
        return 563;
    else if (x == 510)
        return 570;
    else if (x == 511)
        return 577;
    else if (x == 512)
        return 584;
    else if (x == 513)
        return 591;
    else if (x == 514)
        return 598;
    else if (x == 515)
        return 605;
    else if (x == 516)
        return 612;
    else if (x == 517)
        return 619;
    else if (x == 518)
        return 626;
    else if (x == 519)
        return 633;
    else if (x == 520)
        return 640;
    else if (x == 521)
        return 647;
    else if (x == 522)
        return 654;
    else if (x == 523)
        return 661;
    else if (x == 524)
        return 668;
    else if (x == 525)
        return 675;
    else if (x == 526)
        return 682;
    else if (x == 527)
        return 689;
    else if (x == 528)
        return 696;
    else if (x == 529)
        return 703;
    else if (x == 530)
        return 710;
    else if (x == 531)
        return 717;
    else if (x == 532)
        return 724;
    else if (x == 533)
        return 731;
    else if (x == 534)
        return 738;
    else if (x == 535)
        return 745;
    else if (x == 536)
        return 752;
    else if (x == 537)
        return 759;
    else if (x == 538)
        return 766;
    else if (x == 539)
        return 773;
    else if (x == 540)
        return 780;
    else if (x == 541)
        return 787;
    else if (x == 542)
        return 794;
    else if (x == 543)
        return 801;
    else if (x == 544)
        return 808;
    else if (x == 545)
        return 815;
    else if (x == 546)
        return 822;
    else if (x == 547)
        return 829;
    else if (x == 548)
        return 836;
    else if (x == 549)
        return 843;
    else if (x == 550)
        return 850;
    else if (x == 551)
        return 857;
    else if (x == 552)
        return 864;
    else if (x == 553)
        return 871;
    else if (x == 554)
        return 878;
    else if (x == 555)
        return 885;
    else if (x == 556)
        return 892;
    else if (x == 557)
        return 899;
    else if (x == 558)
        return 906;
    else if (x == 559)
        return 913;
    else if (x == 560)
        return 920;
    else if (x == 561)
        return 927;
    else if (x == 562)
        return 934;
    else if (x == 563)
        return 941;
    else if (x == 564)
        return 948;
    else if (x == 565)
        return 955;
    else if (x == 566)
        return 962;
    else if (x == 567)
        return 969;
    else if (x == 568)
        return 976;
    else if (x == 569)
        return 983;
    else if (x == 570)
        return 990;
    else if (x == 571)
        return 997;
    else if (x == 572)
        return 4;
    else if (x == 573)
        return 11;
    else if (x == 574)
        return 18;
    else if (x == 575)
        return 25;
    else if (x == 576)
        return 32;
    else if (x == 577)
        return 39;
    else if (x == 578)
        return 46;
    else if (x == 579)
        return 53;
    else if (x == 580)
        return 60;
    else if (x == 581)
        return 67;
    else if (x == 582)
        return 74;
    else if (x == 583)
        return 81;
    else if (x == 584)
        return 88;
    else if (x == 585)
        return 95;
    else if (x == 586)
        return 102;
    else if (x == 587)
        return 109;
    else if (x == 588)
        return 116;
    else if (x == 589)
        return 123;
    else if (x == 590)
        return 130;
    else if (x == 591)
        return 137;
    else if (x == 592)
        return 144;
    else if (x == 593)
        return 151;
    else if (x == 594)
        return 158;
    else if (x == 595)
        return 165;
    else if (x == 596)
        return 172;
    else if (x == 597)
        return 179;
    else if (x == 598)
        return 186;
    else if (x == 599)
        return 193;
    else if (x == 600)
        return 200;
    else if (x == 601)
        return 207;
    else if (x == 602)
        return 214;
    else if (x == 603)
        return 221;
    else if (x == 604)
        return 228;
    else if (x == 605)
        return 235;
    else if (x == 606)
        return 242;
    else if (x == 607)
        return 249;
    else if (x == 608)
        return 256;
    else if (x == 609)
        return 263;
    else if (x == 610)
        return 270;
    else if (x == 611)
        return 277;
    else if (x == 612)
        return 284;
    else if (x == 613)
        return 291;
    else if (x == 614)
        return 298;
    else if (x == 615)
        return 305;
    else if (x == 616)
        return 312;
    else if (x == 617)
        return 319;
    else if (x == 618)
        return 326;
    else if (x == 619)
        return 333;
    else if (x == 620)
        return 340;
    else if (x == 621)
        return 347;
    else if (x == 622)
        return 354;
    else if (x == 623)
        return 361;
    else if (x == 624)
        return 368;
    else if (x == 625)
        return 375;
    else if (x == 626)
        return 382;
    else if (x == 627)
        return 389;
    else if (x == 628)
        return 396;
    else if (x == 629)
        return 403;
    else if (x == 630)
        return 410;
    else if (x == 631)
        return 417;
    else if (x == 632)
        return 424;
    else if (x == 633)
        return 431;
    else if (x == 634)
        return 438;
    else if (x == 635)
        return 445;
    else if (x == 636)
        return 452;
    else if (x == 637)
        return 459;
    else if (x == 638)
        return 466;
    else if (x == 639)
        return 473;
    else if (x == 640)
        return 480;
    else if (x == 641)
        return 487;
    else if (x == 642)
        return 494;
    else if (x == 643)
        return 501;
    else if (x == 644)
        return 508;
    else if (x == 645)
        return 515;
    else if (x == 646)
        return 522;
    else if (x == 647)
        return 529;
    else if (x == 648)
        return 536;
    else if (x == 649)
        return 543;
    else if (x == 650)
        return 550;
    else if (x == 651)
        return 557;
    else if (x == 652)
        return 564;
    else if (x == 653)
        return 571;
    else if (x == 654)
        return 578;
    else if (x == 655)
        return 585;
    else if (x == 656)
        return 592;
    else if (x == 657)
        return 599;
    else if (x == 658)
        return 606;
    else if (x == 659)
        return 613;
    else if (x == 660)
        return 620;
    else if (x == 661)
        return 627;
    else if (x == 662)
        return 634;
    else if (x == 663)
        return 641;
    else if (x == 664)
        return 648;
    else if (x == 665)
        return 655;
    else if (x == 666)
        return 662;
    else if (x == 667)
        return 669;
    else if (x == 668)
        return 676;
    else if (x == 669)
        return 683;
    else if (x == 670)
        return 690;
    else if (x == 671)
        return 697;
    else if (x == 672)
        return 704;
    else if (x == 673)
        return 711;
    else if (x == 674)
        return 718;
    else if (x == 675)
        return 725;
    else if (x == 676)
        return 732;
    else if (x == 677)
        return 739;
    else if (x == 678)
        return 746;
    else if (x == 679)
        return 753;
    else if (x == 680)
        return 760;
    else if (x == 681)
        return 767;
    else if (x == 682)
        return 774;
    else if (x == 683)
        return 781;
    else if (x == 684)
        return 788;
    else if (x == 685)
        return 795;
    else if (x == 686)
        return 802;
    else if (x == 687)
        return 809;
    else if (x == 688)
        return 816;
    else if (x == 689)
        return 823;
    else if (x == 690)
        return 830;
    else if (x == 691)
        return 837;
    else if (x == 692)
        return 844;
    else if (x == 693)
        return 851;
    else if (x == 694)
        return 858;
    else if (x == 695)
        return 865;
    else if (x == 696)
        return 872;
    else if (x == 697)
        return 879;
    else if (x == 698)
        return 886;
    else if (x == 699)
        return 893;
    else if (x == 700)
        return 900;
    else if (x == 701)
        return 907;
    else if (x == 702)
        return 914;
    else if (x == 703)
        return 921;
    else if (x == 704)
        return 928;
    else if (x == 705)
        return 935;
    else if (x == 706)
        return 942;
    else if (x == 707)
        return 949;
    else if (x == 708)
        return 956;
    else if (x == 709)
        return 963;
    else if (x == 710)
        return 970;
    else if (x == 711)
        return 977;
    else if (x == 712)
        return 984;
    else if (x == 713)
        return 991;
    else if (x == 714)
        return 998;
    else if (x == 715)
        return 5;
    else if (x == 716)
        return 12;
    else if (x == 717)
        return 19;
    else if (x == 718)
        return 26;
    else if (x == 719)
        return 33;
    else if (x == 720)
        return 40;
    else if (x == 721)
        return 47;
    else if (x == 722)
        return 54;
    else if (x == 723)
        return 61;
    else if (x == 724)
        return 68;
    else if (x == 725)
        return 75;
    else if (x == 726)
        return 82;
    else if (x == 727)
        return 89;
    else if (x == 728)
        return 96;
    else if (x == 729)
        return 103;
    else if (x == 730)
        return 110;
    else if (x == 731)
        return 117;
    else if (x == 732)
        return 124;
    else if (x == 733)
        return 131;
    else if (x == 734)
        return 138;
    else if (x == 735)
        return 145;
    else if (x == 736)
        return 152;
    else if (x == 737)
        return 159;
    else if (x == 738)
        return 166;
    else if (x == 739)
        return 173;
    else if (x == 740)
        return 180;
    else if (x == 741)
        return 187;
    else if (x == 742)
        return 194;
    else if (x == 743)
        return 201;
    else if (x == 744)
        return 208;
    else if (x == 745)
        return 215;
    else if (x == 746)
        return 222;
    else if (x == 747)
        return 229;
    else if (x == 748)
        return 236;
    else if (x == 749)
        return 243;
    else if (x == 750)
        return 250;
    else if (x == 751)
        return 257;
    else if (x == 752)
        return 264;
    else if (x == 753)
        return 271;
    else if (x == 754)
        return 278;
    else if (x == 755)
        return 285;
    else if (x == 756)
        return 292;
    else if (x == 757)
        return 299;
    else if (x == 758)
        return 306;
    else if (x == 759)
        return 313;
    else if (x == 760)
        return 320;
    else if (x == 761)
        return 327;
    else if (x == 762)
        return 334;
    else if (x == 763)
        return 341;
    else if (x == 764)
        return 348;
    else if (x == 765)
        return 355;
    else if (x == 766)
        return 362;
    else if (x == 767)
        return 369;
    else if (x == 768)
        return 376;
    else if (x == 769)
        return 383;
    else if (x == 770)
        return 390;
    else if (x == 771)
        return 397;
    else if (x == 772)
        return 404;
    else if (x == 773)
        return 411;
    else if (x == 774)
        return 418;
    else if (x == 775)
        return 425;
    else if (x == 776)
        return 432;
    else if (x == 777)
        return 439;
    else if (x == 778)
        return 446;
    else if (x == 779)
        return 453;
    else if (x == 780)
        return 460;
    else if (x == 781)
        return 467;
    else if (x == 782)
        return 474;
    else if (x == 783)
        return 481;
    else if (x == 784)
        return 488;
    else if (x == 785)
        return 495;
    else if (x == 786)
        return 502;
    else if (x == 787)
        return 509;
    else if (x == 788)
        return 516;
    else if (x == 789)
        return 523;
    else if (x == 790)
        return 530;
    else if (x == 791)
        return 537;
    else if (x == 792)
        return 544;
    else if (x == 793)
        return 551;
    else if (x == 794)
        return 558;
    else if (x == 795)
        return 565;
    else if (x == 796)
        return 572;
    else if (x == 797)
        return 579;
    else if (x == 798)
        return 586;
    else if (x == 799)
        return 593;
    else if (x == 800)
        return 600;
    else if (x == 801)
        return 607;
    else if (x == 802)
        return 614;
    else if (x == 803)
        return 621;
    else if (x == 804)
        return 628;
    else if (x == 805)
        return 635;
    else if (x == 806)
        return 642;
    else if (x == 807)
        return 649;
    else if (x == 808)
        return 656;
    else if (x == 809)
        return 663;
    else if (x == 810)
        return 670;
    else if (x == 811)
        return 677;
    else if (x == 812)
        return 684;
    else if (x == 813)
        return 691;
    else if (x == 814)
        return 698;
    else if (x == 815)
        return 705;
    else if (x == 816)
        return 712;
    else if (x == 817)
        return 719;
    else if (x == 818)
        return 726;
    else if (x == 819)
        return 733;
    else if (x == 820)
        return 740;
    else if (x == 821)
        return 747;
    else if (x == 822)
        return 754;
    else if (x == 823)
        return 761;
    else if (x == 824)
        return 768;
    else if (x == 825)
        return 775;
    else if (x == 826)
        return 782;
    else if (x == 827)
        return 789;
    else if (x == 828)
        return 796;
    else if (x == 829)
        return 803;
    else if (x == 830)
        return 810;
    else if (x == 831)
        return 817;
    else if (x == 832)
        return 824;
    else if (x == 833)
        return 831;
    else if (x == 834)
        return 838;
    else if (x == 835)
        return 845;
    else if (x == 836)
        return 852;
    else if (x == 837)
        return 859;
    else if (x == 838)
        return 866;
    else if (x == 839)
        return 873;
    else if (x == 840)
        return 880;
    else if (x == 841)
        return 887;
    else if (x == 842)
        return 894;
    else if (x == 843)
        return 901;
    else if (x == 844)
        return 908;
    else if (x == 845)
        return 915;
    else if (x == 846)
        return 922;
    else if (x == 847)
        return 929;
    else if (x == 848)
        return 936;
    else if (x == 849)
        return 943;
    else if (x == 850)
        return 950;
    else if (x == 851)
        return 957;
    else if (x == 852)
        return 964;
    else if (x == 853)
        return 971;
    else if (x == 854)
        return 978;
    else if (x == 855)
        return 985;
    else if (x == 856)
        return 992;
    else if (x == 857)
        return 999;
    else if (x == 858)
        return 6;
    else if (x == 859)
        return 13;
    else if (x == 860)
        return 20;
    else if (x == 861)
        return 27;
    else if (x == 862)
        return 34;
    else if (x == 863)
        return 41;
    else if (x == 864)
        return 48;
    else if (x == 865)
        return 55;
    else if (x == 866)
        return 62;
    else if (x == 867)
        return 69;
    else if (x == 868)
        return 76;
    else if (x == 869)
        return 83;
    else if (x == 870)
        return 90;
    else if (x == 871)
        return 97;
    else if (x == 872)
        return 104;
    else if (x == 873)
        return 111;
    else if (x == 874)
        return 118;
    else if (x == 875)
        return 125;
    else if (x == 876)
        return 132;
    else if (x == 877)
        return 139;
    else if (x == 878)
        return 146;
    else if (x == 879)
        return 153;
    else if (x == 880)
        return 160;
    else if (x == 881)
        return 167;
    else if (x == 882)
        return 174;
    else if (x == 883)
        return 181;
    else if (x == 884)
        return 188;
    else if (x == 885)
        return 195;
    else if (x == 886)
        return 202;
    else if (x == 887)
        return 209;
    else if (x == 888)
        return 216;
    else if (x == 889)
        return 223;
    else if (x == 890)
        return 230;
    else if (x == 891)
        return 237;
    else if (x == 892)
        return 244;
    else if (x == 893)
        return 251;
    else if (x == 894)
        return 258;
    else if (x == 895)
        return 265;
    else if (x == 896)
        return 272;
    else if (x == 897)
        return 279;
    else if (x == 898)
        return 286;
    else if (x == 899)
        return 293;
    else if (x == 900)
        return 300;
    else if (x == 901)
        return 307;
    else if (x == 902)
        return 314;
    else if (x == 903)
        return 321;
    else if (x == 904)
        return 328;
    else if (x == 905)
        return 335;
    else if (x == 906)
        return 342;
    else if (x == 907)
        return 349;
    else if (x == 908)
        return 356;
    else if (x == 909)
        return 363;
    else if (x == 910)
        return 370;
    else if (x == 911)
        return 377;
    else if (x == 912)
        return 384;
    else if (x == 913)
        return 391;
    else if (x == 914)
        return 398;
    else if (x == 915)
        return 405;
    else if (x == 916)
        return 412;
    else if (x == 917)
        return 419;
    else if (x == 918)
        return 426;
    else if (x == 919)
        return 433;
    else if (x == 920)
        return 440;
    else if (x == 921)
        return 447;
    else if (x == 922)
        return 454;
    else if (x == 923)
        return 461;
    else if (x == 924)
        return 468;
    else if (x == 925)
        return 475;
    else if (x == 926)
        return 482;
    else if (x == 927)
        return 489;
    else if (x == 928)
        return 496;
    else if (x == 929)
        return 503;
    else if (x == 930)
        return 510;
    else if (x == 931)
        return 517;
    else if (x == 932)
        return 524;
    else if (x == 933)
        return 531;
    else if (x == 934)
        return 538;
    else if (x == 935)
        return 545;
    else if (x == 936)
        return 552;
    else if (x == 937)
        return 559;
    else if (x == 938)
        return 566;
    else if (x == 939)
        return 573;
    else if (x == 940)
        return 580;
    else if (x == 941)
        return 587;
    else if (x == 942)
        return 594;
    else if (x == 943)
        return 601;
    else if (x == 944)
        return 608;
    else if (x == 945)
        return 615;
    else if (x == 946)
        return 622;
    else if (x == 947)
        return 629;
    else if (x == 948)
        return 636;
    else if (x == 949)
        return 643;
    else if (x == 950)
        return 650;
    else if (x == 951)
        return 657;
    else if (x == 952)
        return 664;
    else if (x == 953)
        return 671;
    else if (x == 954)
        return 678;
    else if (x == 955)
        return 685;
    else if (x == 956)
        return 692;
    else if (x == 957)
        return 699;
    else if (x == 958)
        return 706;
    else if (x == 959)
        return 713;
    else if (x == 960)
        return 720;
    else if (x == 961)
        return 727;
    else if (x == 962)
        return 734;
    else if (x == 963)
        return 741;
    else if (x == 964)
        return 748;
    else if (x == 965)
        return 755;
    else if (x == 966)
        return 762;
    else if (x == 967)
        return 769;
    else if (x == 968)
        return 776;
    else if (x == 969)
        return 783;
    else if (x == 970)
        return 790;
    else if (x == 971)
        return 797;
    else if (x == 972)
        return 804;
    else if (x == 973)
        return 811;
    else if (x == 974)
        return 818;
    else if (x == 975)
        return 825;
    else if (x == 976)
        return 832;
    else if (x == 977)
        return 839;
    else if (x == 978)
        return 846;
    else if (x == 979)
        return 853;
    else if (x == 980)
        return 860;
    else if (x == 981)
        return 867;
    else if (x == 982)
        return 874;
    else if (x == 983)
        return 881;
    else if (x == 984)
        return 888;
    else if (x == 985)
        return 895;
    else if (x == 986)
        return 902;
    else if (x == 987)
        return 909;
    else if (x == 988)
        return 916;
    else if (x == 989)
        return 923;
    else if (x == 990)
        return 930;
    else if (x == 991)
        return 937;
    else if (x == 992)
        return 944;
    else if (x == 993)
        return 951;
    else if (x == 994)
        return 958;
    else if (x == 995)
        return 965;
    else if (x == 996)
        return 972;
    else if (x == 997)
        return 979;
    else if (x == 998)
        return 986;
    else if (x == 999)
        return 993;
    else if (x == 1000)
        return 0;
    else if (x == 1001)
        return 7;
    else if (x == 1002)
        return 14;
    else if (x == 1003)
        return 21;
    else if (x == 1004)
        return 28;
    else if (x == 1005)
        return 35;
    else if (x == 1006)
        return 42;
    else if (x == 1007)
        return 49;
    else if (x == 1008)
        return 56;
    else if (x == 1009)
        return 63;
    else if (x == 1010)
        return 70;
    else if (x == 1011)
        return 77;
    else if (x == 1012)
        return 84;
    else if (x == 1013)
        return 91;
    else if (x == 1014)
        return 98;
    else if (x == 1015)
        return 105;
    else if (x == 1016)
        return 112;
    else if (x == 1017)
        return 119;
    else if (x == 1018)
        return 126;
    else if (x == 1019)
        return 133;
    else if (x == 1020)
        return 140;
    else if (x == 1021)
        return 147;
    else if (x == 1022)
        return 154;
    else if (x == 1023)
        return 161;
    else if (x == 1024)
        return 168;
    else if (x == 1025)
        return 175;
    else if (x == 1026)
        return 182;
    else if (x == 1027)
        return 189;
    else if (x == 1028)
        return 196;
    else if (x == 1029)
        return 203;
    else if (x == 1030)
        return 210;
    else if (x == 1031)
        return 217;
    else if (x == 1032)
        return 224;
    else if (x == 1033)
        return 231;
    else if (x == 1034)
        return 238;
    else if (x == 1035)
        return 245;
    else if (x == 1036)
        return 252;
    else if (x == 1037)
        return 259;
    else if (x == 1038)
        return 266;
    else if (x == 1039)
        return 273;
    else if (x == 1040)
        return 280;
    else if (x == 1041)
        return 287;
    else if (x == 1042)
        return 294;
    else if (x == 1043)
        return 301;
    else if (x == 1044)
        return 308;
    else if (x == 1045)
        return 315;
    else if (x == 1046)
        return 322;
    else if (x == 1047)
        return 329;
    else if (x == 1048)
        return 336;
    else if (x == 1049)
        return 343;
    else if (x == 1050)
        return 350;
    else if (x == 1051)
        return 357;
    else if (x == 1052)
        return 364;
    else if (x == 1053)
        return 371;
    else if (x == 1054)
        return 378;
    else if (x == 1055)
        return 385;
    else if (x == 1056)
        return 392;
    else if (x == 1057)
        return 399;
    else if (x == 1058)
        return 406;
    else if (x == 1059)
        return 413;
    else if (x == 1060)
        return 420;
    else if (x == 1061)
        return 427;
    else if (x == 1062)
        return 434;
    else if (x == 1063)
        return 441;
    else if (x == 1064)
        return 448;
    else if (x == 1065)
        return 455;
    else if (x == 1066)
        return 462;
    else if (x == 1067)
        return 469;
    else if (x == 1068)
        return 476;
    else if (x == 1069)
        return 483;
    else if (x == 1070)
        return 490;
    else if (x == 1071)
        return 497;
    else if (x == 1072)
        return 504;
    else if (x == 1073)
        return 511;
    else if (x == 1074)
        return 518;
    else if (x == 1075)
        return 525;
    else if (x == 1076)
        return 532;
    else if (x == 1077)
        return 539;
    else if (x == 1078)
        return 546;
    else if (x == 1079)
        return 553;
    else if (x == 1080)
        return 560;
    else if (x == 1081)
        return 567;
    else if (x == 1082)
        return 574;
    else if (x == 1083)
        return 581;
    else if (x == 1084)
        return 588;
    else if (x == 1085)
        return 595;
    else if (x == 1086)
        return 602;
    else if (x == 1087)
        return 609;
    else if (x == 1088)
        return 616;
    else if (x == 1089)
        return 623;
    else if (x == 1090)
        return 630;
    else if (x == 1091)
        return 637;
    else if (x == 1092)
        return 644;
    else if (x == 1093)
        return 651;
    else if (x == 1094)
        return 658;
    else if (x == 1095)
        return 665;
    else if (x == 1096)
        return 672;
    else if (x == 1097)
        return 679;
    else if (x == 1098)
        return 686;
    else if (x == 1099)
        return 693;
    else if (x == 1100)
        return 700;
    else if (x == 1101)
        return 707;
    else if (x == 1102)
        return 714;
    else if (x == 1103)
        return 721;
    else if (x == 1104)
        return 728;
    else if (x == 1105)
        return 735;
    else if (x == 1106)
        return 742;
    else if (x == 1107)
        return 749;
    else if (x == 1108)
        return 756;
    else if (x == 1109)
        return 763;
    else if (x == 1110)
        return 770;
    else if (x == 1111)
        return 777;
    else if (x == 1112)
        return 784;
    else if (x == 1113)
        return 791;
    else if (x == 1114)
        return 798;
    else if (x == 1115)
        return 805;
    else if (x == 1116)
        return 812;
    else if (x == 1117)
        return 819;
    else if (x == 1118)
        return 826;
    else if (x == 1119)
        return 833;
    else if (x == 1120)
        return 840;
    else if (x == 1121)
        return 847;
    else if (x == 1122)
        return 854;
    else if (x == 1123)
        return 861;
    else if (x == 1124)
        return 868;
    else if (x == 1125)
        return 875;
    else if (x == 1126)
        return 882;
    else if (x == 1127)
        return 889;
    else if (x == 1128)
        return 896;
    else if (x == 1129)
        return 903;
    else if (x == 1130)
        return 910;
    else if (x == 1131)
        return 917;
    else if (x == 1132)
        return 924;
    else if (x == 1133)
        return 931;
    else if (x == 1134)
        return 938;
    else if (x == 1135)
        return 945;
    else if (x == 1136)
        return 952;
    else if (x == 1137)
        return 959;
    else if (x == 1138)
        return 966;
    else if (x == 1139)
        return 973;
    else if (x == 1140)
        return 980;
    else if (x == 1141)
        return 987;
    else if (x == 1142)
        return 994;
    else if (x == 1143)
        return 1;
    else if (x == 1144)
        return 8;
    else if (x == 1145)
        return 15;
    else if (x == 1146)
        return 22;
    else if (x == 1147)
        return 29;
    else if (x == 1148)
        return 36;
    else if (x == 1149)
        return 43;
    else if (x == 1150)
        return 50;
    else if (x == 1151)
        return 57;
    else if (x == 1152)
        return 64;
    else if (x == 1153)
        return 71;
    else if (x == 1154)
        return 78;
    else if (x == 1155)
        return 85;
    else if (x == 1156)
        return 92;
    else if (x == 1157)
        return 99;
    else if (x == 1158)
        return 106;
    else if (x == 1159)
        return 113;
    else if (x == 1160)
        return 120;
    else if (x == 1161)
        return 127;
    else if (x == 1162)
        return 134;
    else if (x == 1163)
        return 141;
    else if (x == 1164)
        return 148;
    else if (x == 1165)
        return 155;
    else if (x == 1166)
        return 162;
    else if (x == 1167)
        return 169;
    else if (x == 1168)
        return 176;
    else if (x == 1169)
        return 183;
    else if (x == 1170)
        return 190;
    else if (x == 1171)
        return 197;
    else if (x == 1172)
        return 204;
    else if (x == 1173)
        return 211;
    else if (x == 1174)
        return 218;
    else if (x == 1175)
        return 225;
    else if (x == 1176)
        return 232;
    else if (x == 1177)
        return 239;
    else if (x == 1178)
        return 246;
    else if (x == 1179)
        return 253;
    else if (x == 1180)
        return 260;
    else if (x == 1181)
        return 267;
    else if (x == 1182)
        return 274;
    else if (x == 1183)
        return 281;
    else if (x == 1184)
        return 288;
    else if (x == 1185)
        return 295;
    else if (x == 1186)
        return 302;
    else if (x == 1187)
        return 309;
    else if (x == 1188)
        return 316;
    else if (x == 1189)
        return 323;
    else if (x == 1190)
        return 330;
    else if (x == 1191)
        return 337;
    else if (x == 1192)
        return 344;
    else if (x == 1193)
        return 351;
    else if (x == 1194)
        return 358;
    else if (x == 1195)
        return 365;
    else if (x == 1196)
        return 372;
    else if (x == 1197)
        return 379;
    else if (x == 1198)
        return 386;
    else if (x == 1199)
        return 393;
    else if (x == 1200)
        return 400;
    else if (x == 1201)
        return 407;
    else if (x == 1202)
        return 414;
    else if (x == 1203)
        return 421;
    else if (x == 1204)
        return 428;
    else if (x == 1205)
        return 435;
    else if (x == 1206)
        return 442;
    else if (x == 1207)
        return 449;
    else if (x == 1208)
        return 456;
    else if (x == 1209)
        return 463;
    else if (x == 1210)
        return 470;
    else if (x == 1211)
        return 477;
    else if (x == 1212)
        return 484;
    else if (x == 1213)
        return 491;
    else if (x == 1214)
        return 498;
    else if (x == 1215)
        return 505;
    else if (x == 1216)
        return 512;
    else if (x == 1217)
        return 519;
    else if (x == 1218)
        return 526;
    else if (x == 1219)
        return 533;
    else if (x == 1220)
        return 540;
    else if (x == 1221)
        return 547;
    else if (x == 1222)
        return 554;
    else if (x == 1223)
        return 561;
    else if (x == 1224)
        return 568;
    else if (x == 1225)
        return 575;
    else if (x == 1226)
        return 582;
    else if (x == 1227)
        return 589;
    else if (x == 1228)
        return 596;
    else if (x == 1229)
        return 603;
    else if (x == 1230)
        return 610;
    else if (x == 1231)
        return 617;
    else if (x == 1232)
        return 624;
    else if (x == 1233)
        return 631;
    else if (x == 1234)
        return 638;
    else if (x == 1235)
        return 645;
    else if (x == 1236)
        return 652;
    else if (x == 1237)
        return 659;
    else if (x == 1238)
        return 666;
    else if (x == 1239)
        return 673;
    else if (x == 1240)
        return 680;
    else if (x == 1241)
        return 687;
    else if (x == 1242)
        return 694;
    else if (x == 1243)
        return 701;
    else if (x == 1244)
        return 708;
    else if (x == 1245)
        return 715;
    else if (x == 1246)
        return 722;
    else if (x == 1247)
        return 729;
    else if (x == 1248)
        return 736;
    else if (x == 1249)
        return 743;
    else if (x == 1250)
        return 750;
    else if (x == 1251)
        return 757;
    else if (x == 1252)
        return 764;
    else if (x == 1253)
        return 771;
    else if (x == 1254)
        return 778;
    else if (x == 1255)
        return 785;
    else if (x == 1256)
        return 792;
    else if (x == 1257)
        return 799;
    else if (x == 1258)
        return 806;
    else if (x == 1259)
        return 813;
    else if (x == 1260)
        return 820;
    else if (x == 1261)
        return 827;
    else if (x == 1262)
        return 834;
    else if (x == 1263)
        return 841;
    else if (x == 1264)
        return 848;
    else if (x == 1265)
        return 855;
    else if (x == 1266)
        return 862;
    else if (x == 1267)
        return 869;
    else if (x == 1268)
        return 876;
    else if (x == 1269)
        return 883;
    else if (x == 1270)
        return 890;
    else if (x == 1271)
        return 897;
    else if (x == 1272)
        return 904;
    else if (x == 1273)
        return 911;
    else if (x == 1274)
        return 918;
    else if (x == 1275)
        return 925;
    else if (x == 1276)
        return 932;
    else if (x == 1277)
        return 939;
    else if (x == 1278)
        return 946;
    else if (x == 1279)
        return 953;
    else if (x == 1280)
        return 960;
    else if (x == 1281)
        return 967;
    else if (x == 1282)
        return 974;
    else if (x == 1283)
        return 981;
    else if (x == 1284)
        return 988;
    else if (x == 1285)
        return 995;
    else if (x == 1286)
        return 2;
    else if (x == 1287)
        return 9;
    else if (x == 1288)
        return 16;
    else if (x == 1289)
        return 23;
    else if (x == 1290)
        return 30;
    else if (x == 1291)
        return 37;
    else if (x == 1292)
        return 44;
    else if (x == 1293)
        return 51;
    else if (x == 1294)
        return 58;
    else if (x == 1295)
        return 65;
    else if (x == 1296)
        return 72;
    else if (x == 1297)
        return 79;
    else if (x == 1298)
        return 86;
    else if (x == 1299)
        return 93;
    else if (x == 1300)
        return 100;
    else if (x == 1301)
        return 107;
    else if (x == 1302)
        return 114;
    else if (x == 1303)
        return 121;
    else if (x == 1304)
        return 128;
    else if (x == 1305)
        return 135;
    else if (x == 1306)
        return 142;
    else if (x == 1307)
        return 149;
    else if (x == 1308)
        return 156;
    else if (x == 1309)
        return 163;
    else if (x == 1310)
        return 170;
    else if (x == 1311)
        return 177;
    else if (x == 1312)
        return 184;
    else if (x == 1313)
        return 191;
    else if (x == 1314)
        return 198;
    else if (x == 1315)
        return 205;
    else if (x == 1316)
        return 212;
    else if (x == 1317)
        return 219;
    else if (x == 1318)
        return 226;
    else if (x == 1319)
        return 233;
    else if (x == 1320)
        return 240;
    else if (x == 1321)
        return 247;
    else if (x == 1322)
        return 254;
    else if (x == 1323)
        return 261;
    else if (x == 1324)
        return 268;
    else if (x == 1325)
        return 275;
    else if (x == 1326)
        return 282;
    else if (x == 1327)
        return 289;
    else if (x == 1328)
        return 296;
    else if (x == 1329)
        return 303;
    else if (x == 1330)
        return 310;
    else if (x == 1331)
        return 317;
    else if (x == 1332)
        return 324;
    else if (x == 1333)
        return 331;
    else if (x == 1334)
        return 338;
    else if (x == 1335)
        return 345;
    else if (x == 1336)
        return 352;
    else if (x == 1337)
        return 359;
    else if (x == 1338)
        return 366;
    else if (x == 1339)
        return 373;
    else if (x == 1340)
        return 380;
    else if (x == 1341)
        return 387;
    else if (x == 1342)
        return 394;
    else if (x == 1343)
        return 401;
    else if (x == 1344)
        return 408;
    else if (x == 1345)
        return 415;
    else if (x == 1346)
        return 422;
    else if (x == 1347)
        return 429;
    else if (x == 1348)
        return 436;
    else if (x == 1349)
        return 443;
    else if (x == 1350)
        return 450;
    else if (x == 1351)
        return 457;
    else if (x == 1352)
        return 464;
    else if (x == 1353)
        return 471;
    else if (x == 1354)
        return 478;
    else if (x == 1355)
        return 485;
    else if (x == 1356)
        return 492;
    else if (x == 1357)
        return 499;
    else if (x == 1358)
        return 506;
    else if (x == 1359)
        return 513;
    else if (x == 1360)
        return 520;
    else if (x == 1361)
        return 527;
    else if (x == 1362)
        return 534;
    else if (x == 1363)
        return 541;
    else if (x == 1364)
        return 548;
    else if (x == 1365)
        return 555;
    else if (x == 1366)
        return 562;
    else if (x == 1367)
        return 569;
    else if (x == 1368)
        return 576;
    else if (x == 1369)
        return 583;
    else if (x == 1370)
        return 590;
    else if (x == 1371)
        return 597;
    else if (x == 1372)
        return 604;
    else if (x == 1373)
        return 611;
    else if (x == 1374)
        return 618;
    else if (x == 1375)
        return 625;
    else if (x == 1376)
        return 632;
    else if (x == 1377)
        return 639;
    else if (x == 1378)
        return 646;
    else if (x == 1379)
        return 653;
    else if (x == 1380)
        return 660;
    else if (x == 1381)
        return 667;
    else if (x == 1382)
        return 674;
    else if (x == 1383)
        return 681;
    else if (x == 1384)
        return 688;
    else if (x == 1385)
        return 695;
    else if (x == 1386)
        return 702;
    else if (x == 1387)
        return 709;
    else if (x == 1388)
        return 716;
    else if (x == 1389)
        return 723;
    else if (x == 1390)
        return 730;
    else if (x == 1391)
        return 737;
    else if (x == 1392)
        return 744;
    else if (x == 1393)
        return 751;
    else if (x == 1394)
        return 758;
    else if (x == 1395)
        return 765;
    else if (x == 1396)
        return 772;
    else if (x == 1397)
        return 779;
    else if (x == 1398)
        return 786;
    else if (x == 1399)
        return 793;
    else if (x == 1400)
        return 800;
    else if (x == 1401)
        return 807;
    else if (x == 1402)
        return 814;
    else if (x == 1403)
        return 821;
    else if (x == 1404)
        return 828;
    else if (x == 1405)
        return 835;
    else if (x == 1406)
        return 842;
    else if (x == 1407)
        return 849;
    else if (x == 1408)
        return 856;
    else if (x == 1409)
        return 863;
    else if (x == 1410)
        return 870;
    else if (x == 1411)
        return 877;
    else if (x == 1412)
        return 884;
    else if (x == 1413)
        return 891;
    else if (x == 1414)
        return 898;
    else if (x == 1415)
        return 905;
    else if (x == 1416)
        return 912;
    else if (x == 1417)
        return 919;
    else if (x == 1418)
        return 926;
    else if (x == 1419)
        return 933;
    else if (x == 1420)
        return 940;
    else if (x == 1421)
        return 947;
    else if (x == 1422)
        return 954;
    else if (x == 1423)
        return 961;
    else if (x == 1424)
        return 968;
    else if (x == 1425)
        return 975;
    else if (x == 1426)
        return 982;
    else if (x == 1427)
        return 989;
    else if (x == 1428)
        return 996;
    else if (x == 1429)
        return 3;
    else if (x == 1430)
        return 10;
    else if (x == 1431)
        return 17;
    else if (x == 1432)
        return 24;
    else if (x == 1433)
        return 31;
    else if (x == 1434)
        return 38;
    else if (x == 1435)
        return 45;
    else if (x == 1436)
        return 52;
    else if (x == 1437)
        return 59;
    else if (x == 1438)
        return 66;
    else if (x == 1439)
        return 73;
    else if (x == 1440)
        return 80;
    else if (x == 1441)
        return 87;
    else if (x == 1442)
        return 94;
    else if (x == 1443)
        return 101;
    else if (x == 1444)
        return 108;
    else if (x == 1445)
        return 115;
    else if (x == 1446)
        return 122;
    else if (x == 1447)
        return 129;
    else if (x == 1448)
        return 136;
    else if (x == 1449)
        return 143;
    else if (x == 1450)
        return 150;
    else if (x == 1451)
        return 157;
    else if (x == 1452)
        return 164;
    else if (x == 1453)
        return 171;
    else if (x == 1454)
        return 178;
    else if (x == 1455)
        return 185;
    else if (x == 1456)
        return 192;
    else if (x == 1457)
        return 199;
    else if (x == 1458)
        return 206;
    else if (x == 1459)
        return 213;
    else if (x == 1460)
        return 220;
    else if (x == 1461)
        return 227;
    else if (x == 1462)
        return 234;
    else if (x == 1463)
        return 241;
    else if (x == 1464)
        return 248;
    else if (x == 1465)
        return 255;
    else if (x == 1466)
        return 262;
    else if (x == 1467)
        return 269;
    else if (x == 1468)
        return 276;
    else if (x == 1469)
        return 283;
    else if (x == 1470)
        return 290;
    else if (x == 1471)
        return 297;
    else if (x == 1472)
        return 304;
    else if (x == 1473)
        return 311;
    else if (x == 1474)
        return 318;
    else if (x == 1475)
        return 325;
    else if (x == 1476)
        return 332;
    else if (x == 1477)
        return 339;
    else if (x == 1478)
        return 346;
    else if (x == 1479)
        return 353;
    else if (x == 1480)
        return 360;
    else if (x == 1481)
        return 367;
    else if (x == 1482)
        return 374;
    else if (x == 1483)
        return 381;
    else if (x == 1484)
        return 388;
    else if (x == 1485)
        return 395;
    else if (x == 1486)
        return 402;
    else if (x == 1487)
        return 409;
    else if (x == 1488)
        return 416;
    else if (x == 1489)
        return 423;
    else if (x == 1490)
        return 430;
    else if (x == 1491)
        return 437;
    else if (x == 1492)
        return 444;
    else if (x == 1493)
        return 451;
    else if (x == 1494)
        return 458;
    else if (x == 1495)
        return 465;
    else if (x == 1496)
        return 472;
    else if (x == 1497)
        return 479;
    else if (x == 1498)
        return 486;
    else if (x == 1499)
        return 493;
    else if (x == 1500)
        return 500;
    else if (x == 1501)
        return 507;
    else if (x == 1502)
        return 514;
    else if (x == 1503)
        return 521;
    else if (x == 1504)
        return 528;
    else if (x == 1505)
        return 535;
    else if (x == 1506)
        return 542;
    else if (x == 1507)
        return 549;
    else if (x == 1508)
        return 556;
    else if (x == 1509)
        return 563;
    else if (x == 1510)
        return 570;
    else if (x == 1511)
        return 577;
    else if (x == 1512)
        return 584;
    else if (x == 1513)
        return 591;
    else if (x == 1514)
        return 598;
    else if (x == 1515)
        return 605;
    else if (x == 1516)
        return 612;
    else if (x == 1517)
        return 619;
    else if (x == 1518)
        return 626;
    else if (x == 1519)
        return 633;
    else if (x == 1520)
        return 640;
    else if (x == 1521)
        return 647;
    else if (x == 1522)
        return 654;
    else if (x == 1523)
        return 661;
    else if (x == 1524)
        return 668;
    else if (x == 1525)
        return 675;
    else if (x == 1526)
        return 682;
    else if (x == 1527)
        return 689;
    else if (x == 1528)
        return 696;
    else if (x == 1529)
        return 703;
    else if (x == 1530)
        return 710;
    else if (x == 1531)
        return 717;
    else if (x == 1532)
        return 724;
    else if (x == 1533)
        return 731;
    else if (x == 1534)
        return 738;
    else if (x == 1535)
        return 745;
    else if (x == 1536)
        return 752;
    else if (x == 1537)
        return 759;
    else if (x == 1538)
        return 766;
    else if (x == 1539)
        return 773;
    else if (x == 1540)
        return 780;
    else if (x == 1541)
        return 787;
    else if (x == 1542)
        return 794;
    else if (x == 1543)
        return 801;
    else if (x == 1544)
        return 808;
    else if (x == 1545)
        return 815;
    else if (x == 1546)
        return 822;
    else if (x == 1547)
        return 829;
    else if (x == 1548)
        return 836;
    else if (x == 1549)
        return 843;
    else if (x == 1550)
        return 850;
    else if (x == 1551)
        return 857;
    else if (x == 1552)
        return 864;
    else if (x == 1553)
        return 871;
    else if (x == 1554)
        return 878;
    else if (x == 1555)
        return 885;
    else if (x == 1556)
        return 892;
    else if (x == 1557)
        return 899;
    else if (x == 1558)
        return 906;
    else if (x == 1559)
        return 913;
    else if (x == 1560)
        return 920;
    else if (x == 1561)
        return 927;
    else if (x == 1562)
        return 934;
    else if (x == 1563)
        return 941;
    else if (x == 1564)
        return 948;
    else if (x == 1565)
        return 955;
    else if (x == 1566)
        return 962;
    else if (x == 1567)
        return 969;
    else if (x == 1568)
        return 976;
    else if (x == 1569)
        return 983;
    else if (x == 1570)
        return 990;
    else if (x == 1571)
        return 997;
    else if (x == 1572)
        return 4;
    else if (x == 1573)
        return 11;
    else if (x == 1574)
        return 18;
    else if (x == 1575)
        return 25;
    else if (x == 1576)
        return 32;
    else if (x == 1577)
        return 39;
    else if (x == 1578)
        return 46;
    else if (x == 1579)
        return 53;
    else if (x == 1580)
        return 60;
    else if (x == 1581)
        return 67;
    else if (x == 1582)
        return 74;
    else if (x == 1583)
        return 81;
    else if (x == 1584)
        return 88;
    else if (x == 1585)
        return 95;
    else if (x == 1586)
        return 102;
    else if (x == 1587)
        return 109;
    else if (x == 1588)
        return 116;
    else if (x == 1589)
        return 123;
    else if (x == 1590)
        return 130;
    else if (x == 1591)
        return 137;
    else if (x == 1592)
        return 144;
    else if (x == 1593)
        return 151;
    else if (x == 1594)
        return 158;
    else if (x == 1595)
        return 165;
    else if (x == 1596)
        return 172;
    else if (x == 1597)
        return 179;
    else if (x == 1598)
        return 186;
    else if (x == 1599)
        return 193;
    else if (x == 1600)
        return 200;
    else if (x == 1601)
        return 207;
    else if (x == 1602)
        return 214;
    else if (x == 1603)
        return 221;
    else if (x == 1604)
        return 228;
    else if (x == 1605)
        return 235;
    else if (x == 1606)
        return 242;
    else if (x == 1607)
        return 249;
    else if (x == 1608)
        return 256;
    else if (x == 1609)
        return 263;
    else if (x == 1610)
        return 270;
    else if (x == 1611)
        return 277;
    else if (x == 1612)
        return 284;
    else if (x == 1613)
        return 291;
    else if (x == 1614)
        return 298;
    else if (x == 1615)
        return 305;
    else if (x == 1616)
        return 312;
    else if (x == 1617)
        return 319;
    else if (x == 1618)
        return 326;
    else if (x == 1619)
        return 333;
    else if (x == 1620)
        return 340;
    else if (x == 1621)
        return 347;
    else if (x == 1622)
        return 354;
    else if (x == 1623)
        return 361;
    else if (x == 1624)
        return 368;
    else if (x == 1625)
        return 375;
    else if (x == 1626)
        return 382;
    else if (x == 1627)
        return 389;
    else if (x == 1628)
        return 396;
    else if (x == 1629)
        return 403;
    else if (x == 1630)
        return 410;
    else if (x == 1631)
        return 417;
    else if (x == 1632)
        return 424;
    else if (x == 1633)
        return 431;
    else if (x == 1634)
        return 438;
    else if (x == 1635)
        return 445;
    else if (x == 1636)
        return 452;
    else if (x == 1637)
        return 459;
    else if (x == 1638)
        return 466;
    else if (x == 1639)
        return 473;
    else if (x == 1640)
        return 480;
    else if (x == 1641)
        return 487;
    else if (x == 1642)
        return 494;
    else if (x == 1643)
        return 501;
    else if (x == 1644)
        return 508;
    else if (x == 1645)
        return 515;
    else if (x == 1646)
        return 522;
    else if (x == 1647)
        return 529;
    else if (x == 1648)
        return 536;
    else if (x == 1649)
        return 543;
    else if (x == 1650)
        return 550;
    else if (x == 1651)
        return 557;
    else if (x == 1652)
        return 564;
    else if (x == 1653)
        return 571;
    else if (x == 1654)
        return 578;
    else if (x == 1655)
        return 585;
    else if (x == 1656)
        return 592;
    else if (x == 1657)
        return 599;
    else if (x == 1658)
        return 606;
    else if (x == 1659)
        return 613;
    else if (x == 1660)
        return 620;
    else if (x == 1661)
        return 627;
    else if (x == 1662)
        return 634;
    else if (x == 1663)
        return 641;
    else if (x == 1664)
        return 648;
    else if (x == 1665)
        return 655;
    else if (x == 1666)
        return 662;
    else if (x == 1667)
        return 669;
    else if (x == 1668)
        return 676;
    else if (x == 1669)
        return 683;
    else if (x == 1670)
        return 690;
    else if (x == 1671)
        return 697;
    else if (x == 1672)
        return 704;
    else if (x == 1673)
        return 711;
    else if (x == 1674)
        return 718;
    else if (x == 1675)
        return 725;
    else if (x == 1676)
        return 732;
    else if (x == 1677)
        return 739;
    else if (x == 1678)
        return 746;
    else if (x == 1679)
        return 753;
    else if (x == 1680)
        return 760;
    else if (x == 1681)
        return 767;
    else if (x == 1682)
        return 774;
    else if (x == 1683)
        return 781;
    else if (x == 1684)
        return 788;
    else if (x == 1685)
        return 795;
    else if (x == 1686)
        return 802;
    else if (x == 1687)
        return 809;
    else if (x == 1688)
        return 816;
    else if (x == 1689)
        return 823;
    else if (x == 1690)
        return 830;
    else if (x == 1691)
        return 837;
    else if (x == 1692)
        return 844;
    else if (x == 1693)
        return 851;
    else if (x == 1694)
        return 858;
    else if (x == 1695)
        return 865;
    else if (x == 1696)
        return 872;
    else if (x == 1697)
        return 879;
    else if (x == 1698)
        return 886;
    else if (x == 1699)
        return 893;
    else if (x == 1700)
        return 900;
    else if (x == 1701)
        return 907;
    else if (x == 1702)
        return 914;
    else if (x == 1703)
        return 921;
    else if (x == 1704)
        return 928;
    else if (x == 1705)
        return 935;
    else if (x == 1706)
        return 942;
    else if (x == 1707)
        return 949;
    else if (x == 1708)
        return 956;
    else if (x == 1709)
        return 963;
    else if (x == 1710)
        return 970;
    else if (x == 1711)
        return 977;
    else if (x == 1712)
        return 984;
    else if (x == 1713)
        return 991;
    else if (x == 1714)
        return 998;
    else if (x == 1715)
        return 5;
    else if (x == 1716)
        return 12;
    else if (x == 1717)
        return 19;
    else if (x == 1718)
        return 26;
    else if (x == 1719)
        return 33;
    else if (x == 1720)
        return 40;
    else if (x == 1721)
        return 47;
    else if (x == 1722)
        return 54;
    else if (x == 1723)
        return 61;
    else if (x == 1724)
        return 68;
    else if (x == 1725)
        return 75;
    else if (x == 1726)
        return 82;
    else if (x == 1727)
        return 89;
    else if (x == 1728)
        return 96;
    else if (x == 1729)
        return 103;
    else if (x == 1730)
        return 110;
    else if (x == 1731)
        return 117;
    else if (x == 1732)
        return 124;
    else if (x == 1733)
        return 131;
    else if (x == 1734)
        return 138;
    else if (x == 1735)
        return 145;
    else if (x == 1736)
        return 152;
    else if (x == 1737)
        return 159;
    else if (x == 1738)
        return 166;
    else if (x == 1739)
        return 173;
    else if (x == 1740)
        return 180;
    else if (x == 1741)
        return 187;
    else if (x == 1742)
        return 194;
    else if (x == 1743)
        return 201;
    else if (x == 1744)
        return 208;
    else if (x == 1745)
        return 215;
    else if (x == 1746)
        return 222;
    else if (x == 1747)
        return 229;
    else if (x == 1748)
        return 236;
    else if (x == 1749)
        return 243;
    else if (x == 1750)
        return 250;
    else if (x == 1751)
        return 257;
    else if (x == 1752)
        return 264;
    else if (x == 1753)
        return 271;
    else if (x == 1754)
        return 278;
    else if (x == 1755)
        return 285;
    else if (x == 1756)
        return 292;
    else if (x == 1757)
        return 299;
    else if (x == 1758)
        return 306;
    else if (x == 1759)
        return 313;
    else if (x == 1760)
        return 320;
    else if (x == 1761)
        return 327;
    else if (x == 1762)
        return 334;
    else if (x == 1763)
        return 341;
    else if (x == 1764)
        return 348;
    else if (x == 1765)
        return 355;
    else if (x == 1766)
        return 362;
    else if (x == 1767)
        return 369;
    else if (x == 1768)
        return 376;
    else if (x == 1769)
        return 383;
    else if (x == 1770)
        return 390;
    else if (x == 1771)
        return 397;
    else if (x == 1772)
        return 404;
    else if (x == 1773)
        return 411;
    else if (x == 1774)
        return 418;
    else if (x == 1775)
        return 425;
    else if (x == 1776)
        return 432;
    else if (x == 1777)
        return 439;
    else if (x == 1778)
        return 446;
    else if (x == 1779)
        return 453;
    else if (x == 1780)
        return 460;
    else if (x == 1781)
        return 467;
    else if (x == 1782)
        return 474;
    else if (x == 1783)
        return 481;
    else if (x == 1784)
        return 488;
    else if (x == 1785)
        return 495;
    else if (x == 1786)
        return 502;
    else if (x == 1787)
        return 509;
    else if (x == 1788)
        return 516;
    else if (x == 1789)
        return 523;
    else if (x == 1790)
        return 530;
    else if (x == 1791)
        return 537;
    else if (x == 1792)
        return 544;
    else if (x == 1793)
        return 551;
    else if (x == 1794)
        return 558;
    else if (x == 1795)
        return 565;
    else if (x == 1796)
        return 572;
    else if (x == 1797)
        return 579;
    else if (x == 1798)
        return 586;
    else if (x == 1799)
        return 593;
    else if (x == 1800)
        return 600;
    else if (x == 1801)
        return 607;
    else if (x == 1802)
        return 614;
    else if (x == 1803)
        return 621;
    else if (x == 1804)
        return 628;
    else if (x == 1805)
        return 635;
    else if (x == 1806)
        return 642;
    else if (x == 1807)
        return 649;
    else if (x == 1808)
        return 656;
    else if (x == 1809)
        return 663;
    else if (x == 1810)
        return 670;
    else if (x == 1811)
        return 677;
    else if (x == 1812)
        return 684;
    else if (x == 1813)
        return 691;
    else if (x == 1814)
        return 698;
    else if (x == 1815)
        return 705;
    else if (x == 1816)
        return 712;
    else if (x == 1817)
        return 719;
    else if (x == 1818)
        return 726;
    else if (x == 1819)
        return 733;
    else if (x == 1820)
        return 740;
    else if (x == 1821)
        return 747;
    else if (x == 1822)
        return 754;
    else if (x == 1823)
        return 761;
    else if (x == 1824)
        return 768;
    else if (x == 1825)
        return 775;
    else if (x == 1826)
        return 782;
    else if (x == 1827)
        return 789;
    else if (x == 1828)
        return 796;
    else if (x == 1829)
        return 803;
    else if (x == 1830)
        return 810;
    else if (x == 1831)
        return 817;
    else if (x == 1832)
        return 824;
    else if (x == 1833)
        return 831;
    else if (x == 1834)
        return 838;
    else if (x == 1835)
        return 845;
    else if (x == 1836)
        return 852;
    else if (x == 1837)
        return 859;
    else if (x == 1838)
        return 866;
    else if (x == 1839)
        return 873;
    else if (x == 1840)
        return 880;
    else if (x == 1841)
        return 887;
    else if (x == 1842)
        return 894;
    else if (x == 1843)
        return 901;
    else if (x == 1844)
        return 908;
    else if (x == 1845)
        return 915;
    else if (x == 1846)
        return 922;
    else if (x == 1847)
        return 929;
    else if (x == 1848)
        return 936;
    else if (x == 1849)
        return 943;
    else if (x == 1850)
        return 950;
    else if (x == 1851)
        return 957;
    else if (x == 1852)
        return 964;
    else if (x == 1853)
        return 971;
    else if (x == 1854)
        return 978;
    else if (x == 1855)
        return 985;
    else if (x == 1856)
        return 992;
    else if (x == 1857)
        return 999;
    else if (x == 1858)
        return 6;
    else if (x == 1859)
        return 13;
    else if (x == 1860)
        return 20;
    else if (x == 1861)
        return 27;
    else if (x == 1862)
        return 34;
    else if (x == 1863)
        return 41;
    else if (x == 1864)
        return 48;
    else if (x == 1865)
        return 55;
    else if (x == 1866)
        return 62;
    else if (x == 1867)
        return 69;
    else if (x == 1868)
        return 76;
    else if (x == 1869)
        return 83;
    else if (x == 1870)
        return 90;
    else if (x == 1871)
        return 97;
    else if (x == 1872)
        return 104;
    else if (x == 1873)
        return 111;
    else if (x == 1874)
        return 118;
    else if (x == 1875)
        return 125;
    else if (x == 1876)
        return 132;
    else if (x == 1877)
        return 139;
    else if (x == 1878)
        return 146;
    else if (x == 1879)
        return 153;
    else if (x == 1880)
        return 160;
    else if (x == 1881)
        return 167;
    else if (x == 1882)
        return 174;
    else if (x == 1883)
        return 181;
    else if (x == 1884)
        return 188;
    else if (x == 1885)
        return 195;
    else if (x == 1886)
        return 202;
    else if (x == 1887)
        return 209;
    else if (x == 1888)
        return 216;
    else if (x == 1889)
        return 223;
    else if (x == 1890)
        return 230;
    else if (x == 1891)
        return 237;
    else if (x == 1892)
        return 244;
    else if (x == 1893)
        return 251;
    else if (x == 1894)
        return 258;
    else if (x == 1895)
        return 265;
    else if (x == 1896)
        return 272;
    else if (x == 1897)
        return 279;
    else if (x == 1898)
        return 286;
    else if (x == 1899)
        return 293;
    else if (x == 1900)
        return 300;
    else if (x == 1901)
        return 307;
    else if (x == 1902)
        return 314;
    else if (x == 1903)
        return 321;
    else if (x == 1904)
        return 328;
    else if (x == 1905)
        return 335;
    else if (x == 1906)
        return 342;
    else if (x == 1907)
        return 349;
    else if (x == 1908)
        return 356;
    else if (x == 1909)
        return 363;
    else if (x == 1910)
        return 370;
    else if (x == 1911)
        return 377;
    else if (x == 1912)
        return 384;
    else if (x == 1913)
        return 391;
    else if (x == 1914)
        return 398;
    else if (x == 1915)
        return 405;
    else if (x == 1916)
        return 412;
    else if (x == 1917)
        return 419;
    else if (x == 1918)
        return 426;
    else if (x == 1919)
        return 433;
    else if (x == 1920)
        return 440;
    else if (x == 1921)
        return 447;
    else if (x == 1922)
        return 454;
    else if (x == 1923)
        return 461;
    else if (x == 1924)
        return 468;
    else if (x == 1925)
        return 475;
    else if (x == 1926)
        return 482;
    else if (x == 1927)
        return 489;
    else if (x == 1928)
        return 496;
    else if (x == 1929)
        return 503;
    else if (x == 1930)
        return 510;
    else if (x == 1931)
        return 517;
    else if (x == 1932)
        return 524;
    else if (x == 1933)
        return 531;
    else if (x == 1934)
        return 538;
    else if (x == 1935)
        return 545;
    else if (x == 1936)
        return 552;
    else if (x == 1937)
        return 559;
    else if (x == 1938)
        return 566;
    else if (x == 1939)
        return 573;
    else if (x == 1940)
        return 580;
    else if (x == 1941)
        return 587;
    else if (x == 1942)
        return 594;
    else if (x == 1943)
        return 601;
    else if (x == 1944)
        return 608;
    else if (x == 1945)
        return 615;
    else if (x == 1946)
        return 622;
    else if (x == 1947)
        return 629;
    else if (x == 1948)
        return 636;
    else if (x == 1949)
        return 643;
    else if (x == 1950)
        return 650;
    else if (x == 1951)
        return 657;
    else if (x == 1952)
        return 664;
    else if (x == 1953)
        return 671;
    else if (x == 1954)
        return 678;
    else if (x == 1955)
        return 685;
    else if (x == 1956)
        return 692;
    else if (x == 1957)
        return 699;
    else if (x == 1958)
        return 706;
    else if (x == 1959)
        return 713;
    else if (x == 1960)
        return 720;
    else if (x == 1961)
        return 727;
    else if (x == 1962)
        return 734;
    else if (x == 1963)
        return 741;
    else if (x == 1964)
        return 748;
    else if (x == 1965)
        return 755;
    else if (x == 1966)
        return 762;
    else if (x == 1967)
        return 769;
    else if (x == 1968)
        return 776;
    else if (x == 1969)
        return 783;
    else if (x == 1970)
        return 790;
    else if (x == 1971)
        return 797;
    else if (x == 1972)
        return 804;
    else if (x == 1973)
        return 811;
    else if (x == 1974)
        return 818;
    else if (x == 1975)
        return 825;
    else if (x == 1976)
        return 832;
    else if (x == 1977)
        return 839;
    else if (x == 1978)
        return 846;
    else if (x == 1979)
        return 853;
    else if (x == 1980)
        return 860;
    else if (x == 1981)
        return 867;
    else if (x == 1982)
        return 874;
    else if (x == 1983)
        return 881;
    else if (x == 1984)
        return 888;
    else if (x == 1985)
        return 895;
    else if (x == 1986)
        return 902;
    else if (x == 1987)
        return 909;
    else if (x == 1988)
        return 916;
    else if (x == 1989)
        return 923;
    else if (x == 1990)
        return 930;
    else if (x == 1991)
        return 937;
    else if (x == 1992)
        return 944;
    else if (x == 1993)
        return 951;
    else if (x == 1994)
        return 958;
    else if (x == 1995)
        return 965;
    else if (x == 1996)
        return 972;
    else if (x == 1997)
        return 979;
    else if (x == 1998)
        return 986;
    else if (x == 1999)
        return 993;
    return 0;
}

#include <poll.h>
#include <unistd.h>

static void slow(int fd)
{
    fsync(fd);
}

int main(void)
{
    struct pollfd fds[4] = {{0}};
    nfds_t n = 4;

    for (;;) {
        poll(fds, n, -1);
        for (nfds_t i = 0; i < n; i++)
            slow(fds[i].fd);
    }
}
