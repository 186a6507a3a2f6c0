int value(int x)
{
    switch (x) {
    case 0:
        x += 0;
    case 1:
        x += 1;
    case 2:
        x += 2;
    case 3:
        x += 3;
    case 4:
        x += 4;
    case 5:
        x += 5;
    case 6:
        x += 6;
    case 7:
        x += 7;
    case 8:
        x += 8;
    case 9:
        x += 9;
    case 10:
        x += 10;
    case 11:
        x += 11;
    case 12:
        x += 12;
    case 13:
        x += 13;
    case 14:
        x += 14;
    case 15:
        x += 15;
    case 16:
        x += 16;
    case 17:
        x += 17;
    case 18:
        x += 18;
    case 19:
        x += 19;
    case 20:
        x += 20;
    case 21:
        x += 21;
    case 22:
        x += 22;
    case 23:
        x += 23;
    case 24:
        x += 24;
    case 25:
        x += 25;
    case 26:
        x += 26;
    case 27:
        x += 27;
    case 28:
        x += 28;
    case 29:
        x += 29;
    case 30:
        x += 30;
    case 31:
        x += 31;
    case 32:
        x += 32;
    case 33:
        x += 33;
    case 34:
        x += 34;
    case 35:
        x += 35;
    case 36:
        x += 36;
    case 37:
        x += 37;
    case 38:
        x += 38;
    case 39:
        x += 39;
    case 40:
        x += 40;
    case 41:
        x += 41;
    case 42:
        x += 42;
    case 43:
        x += 43;
    case 44:
        x += 44;
    case 45:
        x += 45;
    case 46:
        x += 46;
    case 47:
        x += 47;
    case 48:
        x += 48;
    case 49:
        x += 49;
    case 50:
        x += 50;
    case 51:
        x += 51;
    case 52:
        x += 52;
    case 53:
        x += 53;
    case 54:
        x += 54;
    case 55:
        x += 55;
    case 56:
        x += 56;
    case 57:
        x += 57;
    case 58:
        x += 58;
    case 59:
        x += 59;
    case 60:
        x += 60;
    case 61:
        x += 61;
    case 62:
        x += 62;
    case 63:
        x += 63;
    case 64:
        x += 64;
    case 65:
        x += 65;
    case 66:
        x += 66;
    case 67:
        x += 67;
    case 68:
        x += 68;
    case 69:
        x += 69;
    case 70:
        x += 70;
    case 71:
        x += 71;
    case 72:
        x += 72;
    case 73:
        x += 73;
    case 74:
        x += 74;
    case 75:
        x += 75;
    case 76:
        x += 76;
    case 77:
        x += 77;
    case 78:
        x += 78;
    case 79:
        x += 79;
    case 80:
        x += 80;
    case 81:
        x += 81;
    case 82:
        x += 82;
    case 83:
        x += 83;
    case 84:
        x += 84;
    case 85:
        x += 85;
    case 86:
        x += 86;
    case 87:
        x += 87;
    case 88:
        x += 88;
    case 89:
        x += 89;
    case 90:
        x += 90;
    case 91:
        x += 91;
    case 92:
        x += 92;
    case 93:
        x += 93;
    case 94:
        x += 94;
    case 95:
        x += 95;
    case 96:
        x += 96;
    case 97:
        x += 97;
    case 98:
        x += 98;
    case 99:
        x += 99;
    case 100:
        x += 100;
    case 101:
        x += 101;
    case 102:
        x += 102;
    case 103:
        x += 103;
    case 104:
        x += 104;
    case 105:
        x += 105;
    case 106:
        x += 106;
    case 107:
        x += 107;
    case 108:
        x += 108;
    case 109:
        x += 109;
    case 110:
        x += 110;
    case 111:
        x += 111;
    case 112:
        x += 112;
    case 113:
        x += 113;
    case 114:
        x += 114;
    case 115:
        x += 115;
    case 116:
        x += 116;
    case 117:
        x += 117;
    case 118:
        x += 118;
    case 119:
        x += 119;
    case 120:
        x += 120;
    case 121:
        x += 121;
    case 122:
        x += 122;
    case 123:
        x += 123;
    case 124:
        x += 124;
    case 125:
        x += 125;
    case 126:
        x += 126;
    case 127:
        x += 127;
    case 128:
        x += 128;
    case 129:
        x += 129;
    case 130:
        x += 130;
    case 131:
        x += 131;
    case 132:
        x += 132;
    case 133:
        x += 133;
    case 134:
        x += 134;
    case 135:
        x += 135;
    case 136:
        x += 136;
    case 137:
        x += 137;
    case 138:
        x += 138;
    case 139:
        x += 139;
    case 140:
        x += 140;
    case 141:
        x += 141;
    case 142:
        x += 142;
    case 143:
        x += 143;
    case 144:
        x += 144;
    case 145:
        x += 145;
    case 146:
        x += 146;
    case 147:
        x += 147;
    case 148:
        x += 148;
    case 149:
        x += 149;
    case 150:
        x += 150;
    case 151:
        x += 151;
    case 152:
        x += 152;
    case 153:
        x += 153;
    case 154:
        x += 154;
    case 155:
        x += 155;
    case 156:
        x += 156;
    case 157:
        x += 157;
    case 158:
        x += 158;
    case 159:
        x += 159;
    case 160:
        x += 160;
    case 161:
        x += 161;
    case 162:
        x += 162;
    case 163:
        x += 163;
    case 164:
        x += 164;
    case 165:
        x += 165;
    case 166:
        x += 166;
    case 167:
        x += 167;
    case 168:
        x += 168;
    case 169:
        x += 169;
    case 170:
        x += 170;
    case 171:
        x += 171;
    case 172:
        x += 172;
    case 173:
        x += 173;
    case 174:
        x += 174;
    case 175:
        x += 175;
    case 176:
        x += 176;
    case 177:
        x += 177;
    case 178:
        x += 178;
    case 179:
        x += 179;
    case 180:
        x += 180;
    case 181:
        x += 181;
    case 182:
        x += 182;
    case 183:
        x += 183;
    case 184:
        x += 184;
    case 185:
        x += 185;
    case 186:
        x += 186;
    case 187:
        x += 187;
    case 188:
        x += 188;
    case 189:
        x += 189;
    case 190:
        x += 190;
    case 191:
        x += 191;
    case 192:
        x += 192;
    case 193:
        x += 193;
    case 194:
        x += 194;
    case 195:
        x += 195;
    case 196:
        x += 196;
    case 197:
        x += 197;
    case 198:
        x += 198;
    case 199:
        x += 199;
    case 200:
        x += 200;
    case 201:
        x += 201;
    case 202:
        x += 202;
    case 203:
        x += 203;
    case 204:
        x += 204;
    case 205:
        x += 205;
    case 206:
        x += 206;
    case 207:
        x += 207;
    case 208:
        x += 208;
    case 209:
        x += 209;
    case 210:
        x += 210;
    case 211:
        x += 211;
    case 212:
        x += 212;
    case 213:
        x += 213;
    case 214:
        x += 214;
    case 215:
        x += 215;
    case 216:
        x += 216;
    case 217:
        x += 217;
    case 218:
        x += 218;
    case 219:
        x += 219;
    case 220:
        x += 220;
    case 221:
        x += 221;
    case 222:
        x += 222;
    case 223:
        x += 223;
    case 224:
        x += 224;
    case 225:
        x += 225;
    case 226:
        x += 226;
    case 227:
        x += 227;
    case 228:
        x += 228;
    case 229:
        x += 229;
    case 230:
        x += 230;
    case 231:
        x += 231;
    case 232:
        x += 232;
    case 233:
        x += 233;
    case 234:
        x += 234;
    case 235:
        x += 235;
    case 236:
        x += 236;
    case 237:
        x += 237;
    case 238:
        x += 238;
    case 239:
        x += 239;
    case 240:
        x += 240;
    case 241:
        x += 241;
    case 242:
        x += 242;
    case 243:
        x += 243;
    case 244:
        x += 244;
    case 245:
        x += 245;
    case 246:
        x += 246;
    case 247:
        x += 247;
    case 248:
        x += 248;
    case 249:
        x += 249;
    case 250:
        x += 250;
    case 251:
        x += 251;
    case 252:
        x += 252;
    case 253:
        x += 253;
    case 254:
        x += 254;
    case 255:
        x += 255;
    case 256:
        x += 256;
    case 257:
        x += 257;
    case 258:
        x += 258;
    case 259:
        x += 259;
    case 260:
        x += 260;
    case 261:
        x += 261;
    case 262:
        x += 262;
    case 263:
        x += 263;
    case 264:
        x += 264;
    case 265:
        x += 265;
    case 266:
        x += 266;
    case 267:
        x += 267;
    case 268:
        x += 268;
    case 269:
        x += 269;
    case 270:
        x += 270;
    case 271:
        x += 271;
    case 272:
        x += 272;
    case 273:
        x += 273;
    case 274:
        x += 274;
    case 275:
        x += 275;
    case 276:
        x += 276;
    case 277:
        x += 277;
    case 278:
        x += 278;
    case 279:
        x += 279;
    case 280:
        x += 280;
    case 281:
        x += 281;
    case 282:
        x += 282;
    case 283:
        x += 283;
    case 284:
        x += 284;
    case 285:
        x += 285;
    case 286:
        x += 286;
    case 287:
        x += 287;
    case 288:
        x += 288;
    case 289:
        x += 289;
    case 290:
        x += 290;
    case 291:
        x += 291;
    case 292:
        x += 292;
    case 293:
        x += 293;
    case 294:
        x += 294;
    case 295:
        x += 295;
    case 296:
        x += 296;
    case 297:
        x += 297;
    case 298:
        x += 298;
    case 299:
        x += 299;
    case 300:
        x += 300;
    case 301:
        x += 301;
    case 302:
        x += 302;
    case 303:
        x += 303;
    case 304:
        x += 304;
    case 305:
        x += 305;
    case 306:
        x += 306;
    case 307:
        x += 307;
    case 308:
        x += 308;
    case 309:
        x += 309;
    case 310:
        x += 310;
    case 311:
        x += 311;
    case 312:
        x += 312;
    case 313:
        x += 313;
    case 314:
        x += 314;
    case 315:
        x += 315;
    case 316:
        x += 316;
    case 317:
        x += 317;
    case 318:
        x += 318;
    case 319:
        x += 319;
    case 320:
        x += 320;
    case 321:
        x += 321;
    case 322:
        x += 322;
    case 323:
        x += 323;
    case 324:
        x += 324;
    case 325:
        x += 325;
    case 326:
        x += 326;
    case 327:
        x += 327;
    case 328:
        x += 328;
    case 329:
        x += 329;
    case 330:
        x += 330;
    case 331:
        x += 331;
    case 332:
        x += 332;
    case 333:
        x += 333;
    case 334:
        x += 334;
    case 335:
        x += 335;
    case 336:
        x += 336;
    case 337:
        x += 337;
    case 338:
        x += 338;
    case 339:
        x += 339;
    case 340:
        x += 340;
    case 341:
        x += 341;
    case 342:
        x += 342;
    case 343:
        x += 343;
    case 344:
        x += 344;
    case 345:
        x += 345;
    case 346:
        x += 346;
    case 347:
        x += 347;
    case 348:
        x += 348;
    case 349:
        x += 349;
    case 350:
        x += 350;
    case 351:
        x += 351;
    case 352:
        x += 352;
    case 353:
        x += 353;
    case 354:
        x += 354;
    case 355:
        x += 355;
    case 356:
        x += 356;
    case 357:
        x += 357;
    case 358:
        x += 358;
    case 359:
        x += 359;
    case 360:
        x += 360;
    case 361:
        x += 361;
    case 362:
        x += 362;
    case 363:
        x += 363;
    case 364:
        x += 364;
    case 365:
        x += 365;
    case 366:
        x += 366;
    case 367:
        x += 367;
    case 368:
        x += 368;
    case 369:
        x += 369;
    case 370:
        x += 370;
    case 371:
        x += 371;
    case 372:
        x += 372;
    case 373:
        x += 373;
    case 374:
        x += 374;
    case 375:
        x += 375;
    case 376:
        x += 376;
    case 377:
        x += 377;
    case 378:
        x += 378;
    case 379:
        x += 379;
    case 380:
        x += 380;
    case 381:
        x += 381;
    case 382:
        x += 382;
    case 383:
        x += 383;
    case 384:
        x += 384;
    case 385:
        x += 385;
    case 386:
        x += 386;
    case 387:
        x += 387;
    case 388:
        x += 388;
    case 389:
        x += 389;
    case 390:
        x += 390;
    case 391:
        x += 391;
    case 392:
        x += 392;
    case 393:
        x += 393;
    case 394:
        x += 394;
    case 395:
        x += 395;
    case 396:
        x += 396;
    case 397:
        x += 397;
    case 398:
        x += 398;
    case 399:
        x += 399;
    case 400:
        x += 400;
    case 401:
        x += 401;
    case 402:
        x += 402;
    case 403:
        x += 403;
    case 404:
        x += 404;
    case 405:
        x += 405;
    case 406:
        x += 406;
    case 407:
        x += 407;
    case 408:
        x += 408;
    case 409:
        x += 409;
    case 410:
        x += 410;
    case 411:
        x += 411;
    case 412:
        x += 412;
    case 413:
        x += 413;
    case 414:
        x += 414;
    case 415:
        x += 415;
    case 416:
        x += 416;
    case 417:
        x += 417;
    case 418:
        x += 418;
    case 419:
        x += 419;
    case 420:
        x += 420;
    case 421:
        x += 421;
    case 422:
        x += 422;
    case 423:
        x += 423;
    case 424:
        x += 424;
    case 425:
        x += 425;
    case 426:
        x += 426;
    case 427:
        x += 427;
    case 428:
        x += 428;
    case 429:
        x += 429;
    case 430:
        x += 430;
    case 431:
        x += 431;
    case 432:
        x += 432;
    case 433:
        x += 433;
    case 434:
        x += 434;
    case 435:
        x += 435;
    case 436:
        x += 436;
    case 437:
        x += 437;
    case 438:
        x += 438;
    case 439:
        x += 439;
    case 440:
        x += 440;
    case 441:
        x += 441;
    case 442:
        x += 442;
    case 443:
        x += 443;
    case 444:
        x += 444;
    case 445:
        x += 445;
    case 446:
        x += 446;
    case 447:
        x += 447;
    case 448:
        x += 448;
    case 449:
        x += 449;
    case 450:
        x += 450;
    case 451:
        x += 451;
    case 452:
        x += 452;
    case 453:
        x += 453;
    case 454:
        x += 454;
    case 455:
        x += 455;
    case 456:
        x += 456;
    case 457:
        x += 457;
    case 458:
        x += 458;
    case 459:
        x += 459;
    case 460:
        x += 460;
    case 461:
        x += 461;
    case 462:
        x += 462;
    case 463:
        x += 463;
    case 464:
        x += 464;
    case 465:
        x += 465;
    case 466:
        x += 466;
    case 467:
        x += 467;
    case 468:
        x += 468;
    case 469:
        x += 469;
    case 470:
        x += 470;
    case 471:
        x += 471;
    case 472:
        x += 472;
    case 473:
        x += 473;
    case 474:
        x += 474;
    case 475:
        x += 475;
    case 476:
        x += 476;
    case 477:
        x += 477;
    case 478:
        x += 478;
    case 479:
        x += 479;
    case 480:
        x += 480;
    case 481:
        x += 481;
    case 482:
        x += 482;
    case 483:
        x += 483;
    case 484:
        x += 484;
    case 485:
        x += 485;
    case 486:
        x += 486;
    case 487:
        x += 487;
    case 488:
        x += 488;
    case 489:
        x += 489;
    case 490:
        x += 490;
    case 491:
        x += 491;
    case 492:
        x += 492;
    case 493:
        x += 493;
    case 494:
        x += 494;
    case 495:
        x += 495;
    case 496:
        x += 496;
    case 497:
        x += 497;
    case 498:
        x += 498;
    case 499:
        x += 499;
    case 500:
        x += 500;
    case 501:
        x += 501;
    case 502:
        x += 502;
    case 503:
        x += 503;
    case 504:
        x += 504;
    case 505:
        x += 505;
    case 506:
        x += 506;
    case 507:
        x += 507;
    case 508:
        x += 508;
    case 509:
        x += 509;
    case 510:
        x += 510;
    case 511:
        x += 511;
    case 512:
        x += 512;
    case 513:
        x += 513;
    case 514:
        x += 514;
    case 515:
        x += 515;
    case 516:
        x += 516;
    case 517:
        x += 517;
    case 518:
        x += 518;
    case 519:
        x += 519;
    case 520:
        x += 520;
    case 521:
        x += 521;
    case 522:
        x += 522;
    case 523:
        x += 523;
    case 524:
        x += 524;
    case 525:
        x += 525;
    case 526:
        x += 526;
    case 527:
        x += 527;
    case 528:
        x += 528;
    case 529:
        x += 529;
    case 530:
        x += 530;
    case 531:
        x += 531;
    case 532:
        x += 532;
    case 533:
        x += 533;
    case 534:
        x += 534;
    case 535:
        x += 535;
    case 536:
        x += 536;
    case 537:
        x += 537;
    case 538:
        x += 538;
    case 539:
        x += 539;
    case 540:
        x += 540;
    case 541:
        x += 541;
    case 542:
        x += 542;
    case 543:
        x += 543;
    case 544:
        x += 544;
    case 545:
        x += 545;
    case 546:
        x += 546;
    case 547:
        x += 547;
    case 548:
        x += 548;
    case 549:
        x += 549;
    case 550:
        x += 550;
    case 551:
        x += 551;
    case 552:
        x += 552;
    case 553:
        x += 553;
    case 554:
        x += 554;
    case 555:
        x += 555;
    case 556:
        x += 556;
    case 557:
        x += 557;
    case 558:
        x += 558;
    case 559:
        x += 559;
    case 560:
        x += 560;
    case 561:
        x += 561;
    case 562:
        x += 562;
    case 563:
        x += 563;
    case 564:
        x += 564;
    case 565:
        x += 565;
    case 566:
        x += 566;
    case 567:
        x += 567;
    case 568:
        x += 568;
    case 569:
        x += 569;
    case 570:
        x += 570;
    case 571:
        x += 571;
    case 572:
        x += 572;
    case 573:
        x += 573;
    case 574:
        x += 574;
    case 575:
        x += 575;
    case 576:
        x += 576;
    case 577:
        x += 577;
    case 578:
        x += 578;
    case 579:
        x += 579;
    case 580:
        x += 580;
    case 581:
        x += 581;
    case 582:
        x += 582;
    case 583:
        x += 583;
    case 584:
        x += 584;
    case 585:
        x += 585;
    case 586:
        x += 586;
    case 587:
        x += 587;
    case 588:
        x += 588;
    case 589:
        x += 589;
    case 590:
        x += 590;
    case 591:
        x += 591;
    case 592:
        x += 592;
    case 593:
        x += 593;
    case 594:
        x += 594;
    case 595:
        x += 595;
    case 596:
        x += 596;
    case 597:
        x += 597;
    case 598:
        x += 598;
    case 599:
        x += 599;
    case 600:
        x += 600;
    case 601:
        x += 601;
    case 602:
        x += 602;
    case 603:
        x += 603;
    case 604:
        x += 604;
    case 605:
        x += 605;
    case 606:
        x += 606;
    case 607:
        x += 607;
    case 608:
        x += 608;
    case 609:
        x += 609;
    case 610:
        x += 610;
    case 611:
        x += 611;
    case 612:
        x += 612;
    case 613:
        x += 613;
    case 614:
        x += 614;
    case 615:
        x += 615;
    case 616:
        x += 616;
    case 617:
        x += 617;
    case 618:
        x += 618;
    case 619:
        x += 619;
    case 620:
        x += 620;
    case 621:
        x += 621;
    case 622:
        x += 622;
    case 623:
        x += 623;
    case 624:
        x += 624;
    case 625:
        x += 625;
    case 626:
        x += 626;
    case 627:
        x += 627;
    case 628:
        x += 628;
    case 629:
        x += 629;
    case 630:
        x += 630;
    case 631:
        x += 631;
    case 632:
        x += 632;
    case 633:
        x += 633;
    case 634:
        x += 634;
    case 635:
        x += 635;
    case 636:
        x += 636;
    case 637:
        x += 637;
    case 638:
        x += 638;
    case 639:
        x += 639;
    case 640:
        x += 640;
    case 641:
        x += 641;
    case 642:
        x += 642;
    case 643:
        x += 643;
    case 644:
        x += 644;
    case 645:
        x += 645;
    case 646:
        x += 646;
    case 647:
        x += 647;
    case 648:
        x += 648;
    case 649:
        x += 649;
    case 650:
        x += 650;
    case 651:
        x += 651;
    case 652:
        x += 652;
    case 653:
        x += 653;
    case 654:
        x += 654;
    case 655:
        x += 655;
    case 656:
        x += 656;
    case 657:
        x += 657;
    case 658:
        x += 658;
    case 659:
        x += 659;
    case 660:
        x += 660;
    case 661:
        x += 661;
    case 662:
        x += 662;
    case 663:
        x += 663;
    case 664:
        x += 664;
    case 665:
        x += 665;
    case 666:
        x += 666;
    case 667:
        x += 667;
    case 668:
        x += 668;
    case 669:
        x += 669;
    case 670:
        x += 670;
    case 671:
        x += 671;
    case 672:
        x += 672;
    case 673:
        x += 673;
    case 674:
        x += 674;
    case 675:
        x += 675;
    case 676:
        x += 676;
    case 677:
        x += 677;
    case 678:
        x += 678;
    case 679:
        x += 679;
    case 680:
        x += 680;
    case 681:
        x += 681;
    case 682:
        x += 682;
    case 683:
        x += 683;
    case 684:
        x += 684;
    case 685:
        x += 685;
    case 686:
        x += 686;
    case 687:
        x += 687;
    case 688:
        x += 688;
    case 689:
        x += 689;
    case 690:
        x += 690;
    case 691:
        x += 691;
    case 692:
        x += 692;
    case 693:
        x += 693;
    case 694:
        x += 694;
    case 695:
        x += 695;
    case 696:
        x += 696;
    case 697:
        x += 697;
    case 698:
        x += 698;
    case 699:
        x += 699;
    case 700:
        x += 700;
    case 701:
        x += 701;
    case 702:
        x += 702;
    case 703:
        x += 703;
    case 704:
        x += 704;
    case 705:
        x += 705;
    case 706:
        x += 706;
    case 707:
        x += 707;
    case 708:
        x += 708;
    case 709:
        x += 709;
    case 710:
        x += 710;
    case 711:
        x += 711;
    case 712:
        x += 712;
    case 713:
        x += 713;
    case 714:
        x += 714;
    case 715:
        x += 715;
    case 716:
        x += 716;
    case 717:
        x += 717;
    case 718:
        x += 718;
    case 719:
        x += 719;
    case 720:
        x += 720;
    case 721:
        x += 721;
    case 722:
        x += 722;
    case 723:
        x += 723;
    case 724:
        x += 724;
    case 725:
        x += 725;
    case 726:
        x += 726;
    case 727:
        x += 727;
    case 728:
        x += 728;
    case 729:
        x += 729;
    case 730:
        x += 730;
    case 731:
        x += 731;
    case 732:
        x += 732;
    case 733:
        x += 733;
    case 734:
        x += 734;
    case 735:
        x += 735;
    case 736:
        x += 736;
    case 737:
        x += 737;
    case 738:
        x += 738;
    case 739:
        x += 739;
    case 740:
        x += 740;
    case 741:
        x += 741;
    case 742:
        x += 742;
    case 743:
        x += 743;
    case 744:
        x += 744;
    case 745:
        x += 745;
    case 746:
        x += 746;
    case 747:
        x += 747;
    case 748:
        x += 748;
    case 749:
        x += 749;
    case 750:
        x += 750;
    case 751:
        x += 751;
    case 752:
        x += 752;
    case 753:
        x += 753;
    case 754:
        x += 754;
    case 755:
        x += 755;
    case 756:
        x += 756;
    case 757:
        x += 757;
    case 758:
        x += 758;
    case 759:
        x += 759;
    case 760:
        x += 760;
    case 761:
        x += 761;
    case 762:
        x += 762;
    case 763:
        x += 763;
    case 764:
        x += 764;
    case 765:
        x += 765;
    case 766:
        x += 766;
    case 767:
        x += 767;
    case 768:
        x += 768;
    case 769:
        x += 769;
    case 770:
        x += 770;
    case 771:
        x += 771;
    case 772:
        x += 772;
    case 773:
        x += 773;
    case 774:
        x += 774;
    case 775:
        x += 775;
    case 776:
        x += 776;
    case 777:
        x += 777;
    case 778:
        x += 778;
    case 779:
        x += 779;
    case 780:
        x += 780;
    case 781:
        x += 781;
    case 782:
        x += 782;
    case 783:
        x += 783;
    case 784:
        x += 784;
    case 785:
        x += 785;
    case 786:
        x += 786;
    case 787:
        x += 787;
    case 788:
        x += 788;
    case 789:
        x += 789;
    case 790:
        x += 790;
    case 791:
        x += 791;
    case 792:
        x += 792;
    case 793:
        x += 793;
    case 794:
        x += 794;
    case 795:
        x += 795;
    case 796:
        x += 796;
    case 797:
        x += 797;
    case 798:
        x += 798;
    case 799:
        x += 799;
    case 800:
        x += 800;
    case 801:
        x += 801;
    case 802:
        x += 802;
    case 803:
        x += 803;
    case 804:
        x += 804;
    case 805:
        x += 805;
    case 806:
        x += 806;
    case 807:
        x += 807;
    case 808:
        x += 808;
    case 809:
        x += 809;
    case 810:
        x += 810;
    case 811:
        x += 811;
    case 812:
        x += 812;
    case 813:
        x += 813;
    case 814:
        x += 814;
    case 815:
        x += 815;
    case 816:
        x += 816;
    case 817:
        x += 817;
    case 818:
        x += 818;
    case 819:
        x += 819;
    case 820:
        x += 820;
    case 821:
        x += 821;
    case 822:
        x += 822;
    case 823:
        x += 823;
    case 824:
        x += 824;
    case 825:
        x += 825;
    case 826:
        x += 826;
    case 827:
        x += 827;
    case 828:
        x += 828;
    case 829:
        x += 829;
    case 830:
        x += 830;
    case 831:
        x += 831;
    case 832:
        x += 832;
    case 833:
        x += 833;
    case 834:
        x += 834;
    case 835:
        x += 835;
    case 836:
        x += 836;
    case 837:
        x += 837;
    case 838:
        x += 838;
    case 839:
        x += 839;
    case 840:
        x += 840;
    case 841:
        x += 841;
    case 842:
        x += 842;
    case 843:
        x += 843;
    case 844:
        x += 844;
    case 845:
        x += 845;
    case 846:
        x += 846;
    case 847:
        x += 847;
    case 848:
        x += 848;
    case 849:
        x += 849;
    case 850:
        x += 850;
    case 851:
        x += 851;
    case 852:
        x += 852;
    case 853:
        x += 853;
    case 854:
        x += 854;
    case 855:
        x += 855;
    case 856:
        x += 856;
    case 857:
        x += 857;
    case 858:
        x += 858;
    case 859:
        x += 859;
    case 860:
        x += 860;
    case 861:
        x += 861;
    case 862:
        x += 862;
    case 863:
        x += 863;
    case 864:
        x += 864;
    case 865:
        x += 865;
    case 866:
        x += 866;
    case 867:
        x += 867;
    case 868:
        x += 868;
    case 869:
        x += 869;
    case 870:
        x += 870;
    case 871:
        x += 871;
    case 872:
        x += 872;
    case 873:
        x += 873;
    case 874:
        x += 874;
    case 875:
        x += 875;
    case 876:
        x += 876;
    case 877:
        x += 877;
    case 878:
        x += 878;
    case 879:
        x += 879;
    case 880:
        x += 880;
    case 881:
        x += 881;
    case 882:
        x += 882;
    case 883:
        x += 883;
    case 884:
        x += 884;
    case 885:
        x += 885;
    case 886:
        x += 886;
    case 887:
        x += 887;
    case 888:
        x += 888;
    case 889:
        x += 889;
    case 890:
        x += 890;
    case 891:
        x += 891;
    case 892:
        x += 892;
    case 893:
        x += 893;
    case 894:
        x += 894;
    case 895:
        x += 895;
    case 896:
        x += 896;
    case 897:
        x += 897;
    case 898:
        x += 898;
    case 899:
        x += 899;
    case 900:
        x += 900;
    case 901:
        x += 901;
    case 902:
        x += 902;
    case 903:
        x += 903;
    case 904:
        x += 904;
    case 905:
        x += 905;
    case 906:
        x += 906;
    case 907:
        x += 907;
    case 908:
        x += 908;
    case 909:
        x += 909;
    case 910:
        x += 910;
    case 911:
        x += 911;
    case 912:
        x += 912;
    case 913:
        x += 913;
    case 914:
        x += 914;
    case 915:
        x += 915;
    case 916:
        x += 916;
    case 917:
        x += 917;
    case 918:
        x += 918;
    case 919:
        x += 919;
    case 920:
        x += 920;
    case 921:
        x += 921;
    case 922:
        x += 922;
    case 923:
        x += 923;
    case 924:
        x += 924;
    case 925:
        x += 925;
    case 926:
        x += 926;
    case 927:
        x += 927;
    case 928:
        x += 928;
    case 929:
        x += 929;
    case 930:
        x += 930;
    case 931:
        x += 931;
    case 932:
        x += 932;
    case 933:
        x += 933;
    case 934:
        x += 934;
    case 935:
        x += 935;
    case 936:
        x += 936;
    case 937:
        x += 937;
    case 938:
        x += 938;
    case 939:
        x += 939;
    case 940:
        x += 940;
    case 941:
        x += 941;
    case 942:
        x += 942;
    case 943:
        x += 943;
    case 944:
        x += 944;
    case 945:
        x += 945;
    case 946:
        x += 946;
    case 947:
        x += 947;
    case 948:
        x += 948;
    case 949:
        x += 949;
    case 950:
        x += 950;
    case 951:
        x += 951;
    case 952:
        x += 952;
    case 953:
        x += 953;
    case 954:
        x += 954;
    case 955:
        x += 955;
    case 956:
        x += 956;
    case 957:
        x += 957;
    case 958:
        x += 958;
    case 959:
        x += 959;
    case 960:
        x += 960;
    case 961:
        x += 961;
    case 962:
        x += 962;
    case 963:
        x += 963;
    case 964:
        x += 964;
    case 965:
        x += 965;
    case 966:
        x += 966;
    case 967:
        x += 967;
    case 968:
        x += 968;
    case 969:
        x += 969;
    case 970:
        x += 970;
    case 971:
        x += 971;
    case 972:
        x += 972;
    case 973:
        x += 973;
    case 974:
        x += 974;
    case 975:
        x += 975;
    case 976:
        x += 976;
    case 977:
        x += 977;
    case 978:
        x += 978;
    case 979:
        x += 979;
    case 980:
        x += 980;
    case 981:
        x += 981;
    case 982:
        x += 982;
    case 983:
        x += 983;
    case 984:
        x += 984;
    case 985:
        x += 985;
    case 986:
        x += 986;
    case 987:
        x += 987;
    case 988:
        x += 988;
    case 989:
        x += 989;
    case 990:
        x += 990;
    case 991:
        x += 991;
    case 992:
        x += 992;
    case 993:
        x += 993;
    case 994:
        x += 994;
    case 995:
        x += 995;
    case 996:
        x += 996;
    case 997:
        x += 997;
    case 998:
        x += 998;
    case 999:
        x += 999;
    case 1000:
        x += 1000;
    case 1001:
        x += 1001;
    case 1002:
        x += 1002;
    case 1003:
        x += 1003;
    case 1004:
        x += 1004;
    case 1005:
        x += 1005;
    case 1006:
        x += 1006;
    case 1007:
        x += 1007;
    case 1008:
        x += 1008;
    case 1009:
        x += 1009;
    case 1010:
        x += 1010;
    case 1011:
        x += 1011;
    case 1012:
        x += 1012;
    case 1013:
        x += 1013;
    case 1014:
        x += 1014;
    case 1015:
        x += 1015;
    case 1016:
        x += 1016;
    case 1017:
        x += 1017;
    case 1018:
        x += 1018;
    case 1019:
        x += 1019;
    case 1020:
        x += 1020;
    case 1021:
        x += 1021;
    case 1022:
        x += 1022;
    case 1023:
        x += 1023;
    case 1024:
        x += 1024;
    case 1025:
        x += 1025;
    case 1026:
        x += 1026;
    case 1027:
        x += 1027;
    case 1028:
        x += 1028;
    case 1029:
        x += 1029;
    case 1030:
        x += 1030;
    case 1031:
        x += 1031;
    case 1032:
        x += 1032;
    case 1033:
        x += 1033;
    case 1034:
        x += 1034;
    case 1035:
        x += 1035;
    case 1036:
        x += 1036;
    case 1037:
        x += 1037;
    case 1038:
        x += 1038;
    case 1039:
        x += 1039;
    case 1040:
        x += 1040;
    case 1041:
        x += 1041;
    case 1042:
        x += 1042;
    case 1043:
        x += 1043;
    case 1044:
        x += 1044;
    case 1045:
        x += 1045;
    case 1046:
        x += 1046;
    case 1047:
        x += 1047;
    case 1048:
        x += 1048;
    case 1049:
        x += 1049;
    case 1050:
        x += 1050;
    case 1051:
        x += 1051;
    case 1052:
        x += 1052;
    case 1053:
        x += 1053;
    case 1054:
        x += 1054;
    case 1055:
        x += 1055;
    case 1056:
        x += 1056;
    case 1057:
        x += 1057;
    case 1058:
        x += 1058;
    case 1059:
        x += 1059;
    case 1060:
        x += 1060;
    case 1061:
        x += 1061;
    case 1062:
        x += 1062;
    case 1063:
        x += 1063;
    case 1064:
        x += 1064;
    case 1065:
        x += 1065;
    case 1066:
        x += 1066;
    case 1067:
        x += 1067;
    case 1068:
        x += 1068;
    case 1069:
        x += 1069;
    case 1070:
        x += 1070;
    case 1071:
        x += 1071;
    case 1072:
        x += 1072;
    case 1073:
        x += 1073;
    case 1074:
        x += 1074;
    case 1075:
        x += 1075;
    case 1076:
        x += 1076;
    case 1077:
        x += 1077;
    case 1078:
        x += 1078;
    case 1079:
        x += 1079;
    case 1080:
        x += 1080;
    case 1081:
        x += 1081;
    case 1082:
        x += 1082;
    case 1083:
        x += 1083;
    case 1084:
        x += 1084;
    case 1085:
        x += 1085;
    case 1086:
        x += 1086;
    case 1087:
        x += 1087;
    case 1088:
        x += 1088;
    case 1089:
        x += 1089;
    case 1090:
        x += 1090;
    case 1091:
        x += 1091;
    case 1092:
        x += 1092;
    case 1093:
        x += 1093;
    case 1094:
        x += 1094;
    case 1095:
        x += 1095;
    case 1096:
        x += 1096;
    case 1097:
        x += 1097;
    case 1098:
        x += 1098;
    case 1099:
        x += 1099;
    case 1100:
        x += 1100;
    case 1101:
        x += 1101;
    case 1102:
        x += 1102;
    case 1103:
        x += 1103;
    case 1104:
        x += 1104;
    case 1105:
        x += 1105;
    case 1106:
        x += 1106;
    case 1107:
        x += 1107;
    case 1108:
        x += 1108;
    case 1109:
        x += 1109;
    case 1110:
        x += 1110;
    case 1111:
        x += 1111;
    case 1112:
        x += 1112;
    case 1113:
        x += 1113;
    case 1114:
        x += 1114;
    case 1115:
        x += 1115;
    case 1116:
        x += 1116;
    case 1117:
        x += 1117;
    case 1118:
        x += 1118;
    case 1119:
        x += 1119;
    case 1120:
        x += 1120;
    case 1121:
        x += 1121;
    case 1122:
        x += 1122;
    case 1123:
        x += 1123;
    case 1124:
        x += 1124;
    case 1125:
        x += 1125;
    case 1126:
        x += 1126;
    case 1127:
        x += 1127;
    case 1128:
        x += 1128;
    case 1129:
        x += 1129;
    case 1130:
        x += 1130;
    case 1131:
        x += 1131;
    case 1132:
        x += 1132;
    case 1133:
        x += 1133;
    case 1134:
        x += 1134;
    case 1135:
        x += 1135;
    case 1136:
        x += 1136;
    case 1137:
        x += 1137;
    case 1138:
        x += 1138;
    case 1139:
        x += 1139;
    case 1140:
        x += 1140;
    case 1141:
        x += 1141;
    case 1142:
        x += 1142;
    case 1143:
        x += 1143;
    case 1144:
        x += 1144;
    case 1145:
        x += 1145;
    case 1146:
        x += 1146;
    case 1147:
        x += 1147;
    case 1148:
        x += 1148;
    case 1149:
        x += 1149;
    case 1150:
        x += 1150;
    case 1151:
        x += 1151;
    case 1152:
        x += 1152;
    case 1153:
        x += 1153;
    case 1154:
        x += 1154;
    case 1155:
        x += 1155;
    case 1156:
        x += 1156;
    case 1157:
        x += 1157;
    case 1158:
        x += 1158;
    case 1159:
        x += 1159;
    case 1160:
        x += 1160;
    case 1161:
        x += 1161;
    case 1162:
        x += 1162;
    case 1163:
        x += 1163;
    case 1164:
        x += 1164;
    case 1165:
        x += 1165;
    case 1166:
        x += 1166;
    case 1167:
        x += 1167;
    case 1168:
        x += 1168;
    case 1169:
        x += 1169;
    case 1170:
        x += 1170;
    case 1171:
        x += 1171;
    case 1172:
        x += 1172;
    case 1173:
        x += 1173;
    case 1174:
        x += 1174;
    case 1175:
        x += 1175;
    case 1176:
        x += 1176;
    case 1177:
        x += 1177;
    case 1178:
        x += 1178;
    case 1179:
        x += 1179;
    case 1180:
        x += 1180;
    case 1181:
        x += 1181;
    case 1182:
        x += 1182;
    case 1183:
        x += 1183;
    case 1184:
        x += 1184;
    case 1185:
        x += 1185;
    case 1186:
        x += 1186;
    case 1187:
        x += 1187;
    case 1188:
        x += 1188;
    case 1189:
        x += 1189;
    case 1190:
        x += 1190;
    case 1191:
        x += 1191;
    case 1192:
        x += 1192;
    case 1193:
        x += 1193;
    case 1194:
        x += 1194;
    case 1195:
        x += 1195;
    case 1196:
        x += 1196;
    case 1197:
        x += 1197;
    case 1198:
        x += 1198;
    case 1199:
        x += 1199;
    case 1200:
        x += 1200;
    case 1201:
        x += 1201;
    case 1202:
        x += 1202;
    case 1203:
        x += 1203;
    case 1204:
        x += 1204;
    case 1205:
        x += 1205;
    case 1206:
        x += 1206;
    case 1207:
        x += 1207;
    case 1208:
        x += 1208;
    case 1209:
        x += 1209;
    case 1210:
        x += 1210;
    case 1211:
        x += 1211;
    case 1212:
        x += 1212;
    case 1213:
        x += 1213;
    case 1214:
        x += 1214;
    case 1215:
        x += 1215;
    case 1216:
        x += 1216;
    case 1217:
        x += 1217;
    case 1218:
        x += 1218;
    case 1219:
        x += 1219;
    case 1220:
        x += 1220;
    case 1221:
        x += 1221;
    case 1222:
        x += 1222;
    case 1223:
        x += 1223;
    case 1224:
        x += 1224;
    case 1225:
        x += 1225;
    case 1226:
        x += 1226;
    case 1227:
        x += 1227;
    case 1228:
        x += 1228;
    case 1229:
        x += 1229;
    case 1230:
        x += 1230;
    case 1231:
        x += 1231;
    case 1232:
        x += 1232;
    case 1233:
        x += 1233;
    case 1234:
        x += 1234;
    case 1235:
        x += 1235;
    case 1236:
        x += 1236;
    case 1237:
        x += 1237;
    case 1238:
        x += 1238;
    case 1239:
        x += 1239;
    case 1240:
        x += 1240;
    case 1241:
        x += 1241;
    case 1242:
        x += 1242;
    case 1243:
        x += 1243;
    case 1244:
        x += 1244;
    case 1245:
        x += 1245;
    case 1246:
        x += 1246;
    case 1247:
        x += 1247;
    case 1248:
        x += 1248;
    case 1249:
        x += 1249;
    case 1250:
        x += 1250;
    case 1251:
        x += 1251;
    case 1252:
        x += 1252;
    case 1253:
        x += 1253;
    case 1254:
        x += 1254;
    case 1255:
        x += 1255;
    case 1256:
        x += 1256;
    case 1257:
        x += 1257;
    case 1258:
        x += 1258;
    case 1259:
        x += 1259;
    case 1260:
        x += 1260;
    case 1261:
        x += 1261;
    case 1262:
        x += 1262;
    case 1263:
        x += 1263;
    case 1264:
        x += 1264;
    case 1265:
        x += 1265;
    case 1266:
        x += 1266;
    case 1267:
        x += 1267;
    case 1268:
        x += 1268;
    case 1269:
        x += 1269;
    case 1270:
        x += 1270;
    case 1271:
        x += 1271;
    case 1272:
        x += 1272;
    case 1273:
        x += 1273;
    case 1274:
        x += 1274;
    case 1275:
        x += 1275;
    case 1276:
        x += 1276;
    case 1277:
        x += 1277;
    case 1278:
        x += 1278;
    case 1279:
        x += 1279;
    case 1280:
        x += 1280;
    case 1281:
        x += 1281;
    case 1282:
        x += 1282;
    case 1283:
        x += 1283;
    case 1284:
        x += 1284;
    case 1285:
        x += 1285;
    case 1286:
        x += 1286;
    case 1287:
        x += 1287;
    case 1288:
        x += 1288;
    case 1289:
        x += 1289;
    case 1290:
        x += 1290;
    case 1291:
        x += 1291;
    case 1292:
        x += 1292;
    case 1293:
        x += 1293;
    case 1294:
        x += 1294;
    case 1295:
        x += 1295;
    case 1296:
        x += 1296;
    case 1297:
        x += 1297;
    case 1298:
        x += 1298;
    case 1299:
        x += 1299;
    case 1300:
        x += 1300;
    case 1301:
        x += 1301;
    case 1302:
        x += 1302;
    case 1303:
        x += 1303;
    case 1304:
        x += 1304;
    case 1305:
        x += 1305;
    case 1306:
        x += 1306;
    case 1307:
        x += 1307;
    case 1308:
        x += 1308;
    case 1309:
        x += 1309;
    case 1310:
        x += 1310;
    case 1311:
        x += 1311;
    case 1312:
        x += 1312;
    case 1313:
        x += 1313;
    case 1314:
        x += 1314;
    case 1315:
        x += 1315;
    case 1316:
        x += 1316;
    case 1317:
        x += 1317;
    case 1318:
        x += 1318;
    case 1319:
        x += 1319;
    case 1320:
        x += 1320;
    case 1321:
        x += 1321;
    case 1322:
        x += 1322;
    case 1323:
        x += 1323;
    case 1324:
        x += 1324;
    case 1325:
        x += 1325;
    case 1326:
        x += 1326;
    case 1327:
        x += 1327;
    case 1328:
        x += 1328;
    case 1329:
        x += 1329;
    case 1330:
        x += 1330;
    case 1331:
        x += 1331;
    case 1332:
        x += 1332;
    case 1333:
        x += 1333;
    case 1334:
        x += 1334;
    case 1335:
        x += 1335;
    case 1336:
        x += 1336;
    case 1337:
        x += 1337;
    case 1338:
        x += 1338;
    case 1339:
        x += 1339;
    case 1340:
        x += 1340;
    case 1341:
        x += 1341;
    case 1342:
        x += 1342;
    case 1343:
        x += 1343;
    case 1344:
        x += 1344;
    case 1345:
        x += 1345;
    case 1346:
        x += 1346;
    case 1347:
        x += 1347;
    case 1348:
        x += 1348;
    case 1349:
        x += 1349;
    case 1350:
        x += 1350;
    case 1351:
        x += 1351;
    case 1352:
        x += 1352;
    case 1353:
        x += 1353;
    case 1354:
        x += 1354;
    case 1355:
        x += 1355;
    case 1356:
        x += 1356;
    case 1357:
        x += 1357;
    case 1358:
        x += 1358;
    case 1359:
        x += 1359;
    case 1360:
        x += 1360;
    case 1361:
        x += 1361;
    case 1362:
        x += 1362;
    case 1363:
        x += 1363;
    case 1364:
        x += 1364;
    case 1365:
        x += 1365;
    case 1366:
        x += 1366;
    case 1367:
        x += 1367;
    case 1368:
        x += 1368;
    case 1369:
        x += 1369;
    case 1370:
        x += 1370;
    case 1371:
        x += 1371;
    case 1372:
        x += 1372;
    case 1373:
        x += 1373;
    case 1374:
        x += 1374;
    case 1375:
        x += 1375;
    case 1376:
        x += 1376;
    case 1377:
        x += 1377;
    case 1378:
        x += 1378;
    case 1379:
        x += 1379;
    case 1380:
        x += 1380;
    case 1381:
        x += 1381;
    case 1382:
        x += 1382;
    case 1383:
        x += 1383;
    case 1384:
        x += 1384;
    case 1385:
        x += 1385;
    case 1386:
        x += 1386;
    case 1387:
        x += 1387;
    case 1388:
        x += 1388;
    case 1389:
        x += 1389;
    case 1390:
        x += 1390;
    case 1391:
        x += 1391;
    case 1392:
        x += 1392;
    case 1393:
        x += 1393;
    case 1394:
        x += 1394;
    case 1395:
        x += 1395;
    case 1396:
        x += 1396;
    case 1397:
        x += 1397;
    case 1398:
        x += 1398;
    case 1399:
        x += 1399;
    case 1400:
        x += 1400;
    case 1401:
        x += 1401;
    case 1402:
        x += 1402;
    case 1403:
        x += 1403;
    case 1404:
        x += 1404;
    case 1405:
        x += 1405;
    case 1406:
        x += 1406;
    case 1407:
        x += 1407;
    case 1408:
        x += 1408;
    case 1409:
        x += 1409;
    case 1410:
        x += 1410;
    case 1411:
        x += 1411;
    case 1412:
        x += 1412;
    case 1413:
        x += 1413;
    case 1414:
        x += 1414;
    case 1415:
        x += 1415;
    case 1416:
        x += 1416;
    case 1417:
        x += 1417;
    case 1418:
        x += 1418;
    case 1419:
        x += 1419;
    case 1420:
        x += 1420;
    case 1421:
        x += 1421;
    case 1422:
        x += 1422;
    case 1423:
        x += 1423;
    case 1424:
        x += 1424;
    case 1425:
        x += 1425;
    case 1426:
        x += 1426;
    case 1427:
        x += 1427;
    case 1428:
        x += 1428;
    case 1429:
        x += 1429;
    case 1430:
        x += 1430;
    case 1431:
        x += 1431;
    case 1432:
        x += 1432;
    case 1433:
        x += 1433;
    case 1434:
        x += 1434;
    case 1435:
        x += 1435;
    case 1436:
        x += 1436;
    case 1437:
        x += 1437;
    case 1438:
        x += 1438;
    case 1439:
        x += 1439;
    case 1440:
        x += 1440;
    case 1441:
        x += 1441;
    case 1442:
        x += 1442;
    case 1443:
        x += 1443;
    case 1444:
        x += 1444;
    case 1445:
        x += 1445;
    case 1446:
        x += 1446;
    case 1447:
        x += 1447;
    case 1448:
        x += 1448;
    case 1449:
        x += 1449;
    case 1450:
        x += 1450;
    case 1451:
        x += 1451;
    case 1452:
        x += 1452;
    case 1453:
        x += 1453;
    case 1454:
        x += 1454;
    case 1455:
        x += 1455;
    case 1456:
        x += 1456;
    case 1457:
        x += 1457;
    case 1458:
        x += 1458;
    case 1459:
        x += 1459;
    case 1460:
        x += 1460;
    case 1461:
        x += 1461;
    case 1462:
        x += 1462;
    case 1463:
        x += 1463;
    case 1464:
        x += 1464;
    case 1465:
        x += 1465;
    case 1466:
        x += 1466;
    case 1467:
        x += 1467;
    case 1468:
        x += 1468;
    case 1469:
        x += 1469;
    case 1470:
        x += 1470;
    case 1471:
        x += 1471;
    case 1472:
        x += 1472;
    case 1473:
        x += 1473;
    case 1474:
        x += 1474;
    case 1475:
        x += 1475;
    case 1476:
        x += 1476;
    case 1477:
        x += 1477;
    case 1478:
        x += 1478;
    case 1479:
        x += 1479;
    case 1480:
        x += 1480;
    case 1481:
        x += 1481;
    case 1482:
        x += 1482;
    case 1483:
        x += 1483;
    case 1484:
        x += 1484;
    case 1485:
        x += 1485;
    case 1486:
        x += 1486;
    case 1487:
        x += 1487;
    case 1488:
        x += 1488;
    case 1489:
        x += 1489;
    case 1490:
        x += 1490;
    case 1491:
        x += 1491;
    case 1492:
        x += 1492;
    case 1493:
        x += 1493;
    case 1494:
        x += 1494;
    case 1495:
        x += 1495;
    case 1496:
        x += 1496;
    case 1497:
        x += 1497;
    case 1498:
        x += 1498;
    case 1499:
        x += 1499;
    case 1500:
        x += 1500;
    case 1501:
        x += 1501;
    case 1502:
        x += 1502;
    case 1503:
        x += 1503;
    case 1504:
        x += 1504;
    case 1505:
        x += 1505;
    case 1506:
        x += 1506;
    case 1507:
        x += 1507;
    case 1508:
        x += 1508;
    case 1509:
        x += 1509;
    case 1510:
        x += 1510;
    case 1511:
        x += 1511;
    case 1512:
        x += 1512;
    case 1513:
        x += 1513;
    case 1514:
        x += 1514;
    case 1515:
        x += 1515;
    case 1516:
        x += 1516;
    case 1517:
        x += 1517;
    case 1518:
        x += 1518;
    case 1519:
        x += 1519;
    case 1520:
        x += 1520;
    case 1521:
        x += 1521;
    case 1522:
        x += 1522;
    case 1523:
        x += 1523;
    case 1524:
        x += 1524;
    case 1525:
        x += 1525;
    case 1526:
        x += 1526;
    case 1527:
        x += 1527;
    case 1528:
        x += 1528;
    case 1529:
        x += 1529;
    case 1530:
        x += 1530;
    case 1531:
        x += 1531;
    case 1532:
        x += 1532;
    case 1533:
        x += 1533;
    case 1534:
        x += 1534;
    case 1535:
        x += 1535;
    case 1536:
        x += 1536;
    case 1537:
        x += 1537;
    case 1538:
        x += 1538;
    case 1539:
        x += 1539;
    case 1540:
        x += 1540;
    case 1541:
        x += 1541;
    case 1542:
        x += 1542;
    case 1543:
        x += 1543;
    case 1544:
        x += 1544;
    case 1545:
        x += 1545;
    case 1546:
        x += 1546;
    case 1547:
        x += 1547;
    case 1548:
        x += 1548;
    case 1549:
        x += 1549;
    case 1550:
        x += 1550;
    case 1551:
        x += 1551;
    case 1552:
        x += 1552;
    case 1553:
        x += 1553;
    case 1554:
        x += 1554;
    case 1555:
        x += 1555;
    case 1556:
        x += 1556;
    case 1557:
        x += 1557;
    case 1558:
        x += 1558;
    case 1559:
        x += 1559;
    case 1560:
        x += 1560;
    case 1561:
        x += 1561;
    case 1562:
        x += 1562;
    case 1563:
        x += 1563;
    case 1564:
        x += 1564;
    case 1565:
        x += 1565;
    case 1566:
        x += 1566;
    case 1567:
        x += 1567;
    case 1568:
        x += 1568;
    case 1569:
        x += 1569;
    case 1570:
        x += 1570;
    case 1571:
        x += 1571;
    case 1572:
        x += 1572;
    case 1573:
        x += 1573;
    case 1574:
        x += 1574;
    case 1575:
        x += 1575;
    case 1576:
        x += 1576;
    case 1577:
        x += 1577;
    case 1578:
        x += 1578;
    case 1579:
        x += 1579;
    case 1580:
        x += 1580;
    case 1581:
        x += 1581;
    case 1582:
        x += 1582;
    case 1583:
        x += 1583;
    case 1584:
        x += 1584;
    case 1585:
        x += 1585;
    case 1586:
        x += 1586;
    case 1587:
        x += 1587;
    case 1588:
        x += 1588;
    case 1589:
        x += 1589;
    case 1590:
        x += 1590;
    case 1591:
        x += 1591;
    case 1592:
        x += 1592;
    case 1593:
        x += 1593;
    case 1594:
        x += 1594;
    case 1595:
        x += 1595;
    case 1596:
        x += 1596;
    case 1597:
        x += 1597;
    case 1598:
        x += 1598;
    case 1599:
        x += 1599;
    case 1600:
        x += 1600;
    case 1601:
        x += 1601;
    case 1602:
        x += 1602;
    case 1603:
        x += 1603;
    case 1604:
        x += 1604;
    case 1605:
        x += 1605;
    case 1606:
        x += 1606;
    case 1607:
        x += 1607;
    case 1608:
        x += 1608;
    case 1609:
        x += 1609;
    case 1610:
        x += 1610;
    case 1611:
        x += 1611;
    case 1612:
        x += 1612;
    case 1613:
        x += 1613;
    case 1614:
        x += 1614;
    case 1615:
        x += 1615;
    case 1616:
        x += 1616;
    case 1617:
        x += 1617;
    case 1618:
        x += 1618;
    case 1619:
        x += 1619;
    case 1620:
        x += 1620;
    case 1621:
        x += 1621;
    case 1622:
        x += 1622;
    case 1623:
        x += 1623;
    case 1624:
        x += 1624;
    case 1625:
        x += 1625;
    case 1626:
        x += 1626;
    case 1627:
        x += 1627;
    case 1628:
        x += 1628;
    case 1629:
        x += 1629;
    case 1630:
        x += 1630;
    case 1631:
        x += 1631;
    case 1632:
        x += 1632;
    case 1633:
        x += 1633;
    case 1634:
        x += 1634;
    case 1635:
        x += 1635;
    case 1636:
        x += 1636;
    case 1637:
        x += 1637;
    case 1638:
        x += 1638;
    case 1639:
        x += 1639;
    case 1640:
        x += 1640;
    case 1641:
        x += 1641;
    case 1642:
        x += 1642;
    case 1643:
        x += 1643;
    case 1644:
        x += 1644;
    case 1645:
        x += 1645;
    case 1646:
        x += 1646;
    case 1647:
        x += 1647;
    case 1648:
        x += 1648;
    case 1649:
        x += 1649;
    case 1650:
        x += 1650;
    case 1651:
        x += 1651;
    case 1652:
        x += 1652;
    case 1653:
        x += 1653;
    case 1654:
        x += 1654;
    case 1655:
        x += 1655;
    case 1656:
        x += 1656;
    case 1657:
        x += 1657;
    case 1658:
        x += 1658;
    case 1659:
        x += 1659;
    case 1660:
        x += 1660;
    case 1661:
        x += 1661;
    case 1662:
        x += 1662;
    case 1663:
        x += 1663;
    case 1664:
        x += 1664;
    case 1665:
        x += 1665;
    case 1666:
        x += 1666;
    case 1667:
        x += 1667;
    case 1668:
        x += 1668;
    case 1669:
        x += 1669;
    case 1670:
        x += 1670;
    case 1671:
        x += 1671;
    case 1672:
        x += 1672;
    case 1673:
        x += 1673;
    case 1674:
        x += 1674;
    case 1675:
        x += 1675;
    case 1676:
        x += 1676;
    case 1677:
        x += 1677;
    case 1678:
        x += 1678;
    case 1679:
        x += 1679;
    case 1680:
        x += 1680;
    case 1681:
        x += 1681;
    case 1682:
        x += 1682;
    case 1683:
        x += 1683;
    case 1684:
        x += 1684;
    case 1685:
        x += 1685;
    case 1686:
        x += 1686;
    case 1687:
        x += 1687;
    case 1688:
        x += 1688;
    case 1689:
        x += 1689;
    case 1690:
        x += 1690;
    case 1691:
        x += 1691;
    case 1692:
        x += 1692;
    case 1693:
        x += 1693;
    case 1694:
        x += 1694;
    case 1695:
        x += 1695;
    case 1696:
        x += 1696;
    case 1697:
        x += 1697;
    case 1698:
        x += 1698;
    case 1699:
        x += 1699;
    case 1700:
        x += 1700;
    case 1701:
        x += 1701;
    case 1702:
        x += 1702;
    case 1703:
        x += 1703;
    case 1704:
        x += 1704;
    case 1705:
        x += 1705;
    case 1706:
        x += 1706;
    case 1707:
        x += 1707;
    case 1708:
        x += 1708;
    case 1709:
        x += 1709;
    case 1710:
        x += 1710;
    case 1711:
        x += 1711;
    case 1712:
        x += 1712;
    case 1713:
        x += 1713;
    case 1714:
        x += 1714;
    case 1715:
        x += 1715;
    case 1716:
        x += 1716;
    case 1717:
        x += 1717;
    case 1718:
        x += 1718;
    case 1719:
        x += 1719;
    case 1720:
        x += 1720;
    case 1721:
        x += 1721;
    case 1722:
        x += 1722;
    case 1723:
        x += 1723;
    case 1724:
        x += 1724;
    case 1725:
        x += 1725;
    case 1726:
        x += 1726;
    case 1727:
        x += 1727;
    case 1728:
        x += 1728;
    case 1729:
        x += 1729;
    case 1730:
        x += 1730;
    case 1731:
        x += 1731;
    case 1732:
        x += 1732;
    case 1733:
        x += 1733;
    case 1734:
        x += 1734;
    case 1735:
        x += 1735;
    case 1736:
        x += 1736;
    case 1737:
        x += 1737;
    case 1738:
        x += 1738;
    case 1739:
        x += 1739;
    case 1740:
        x += 1740;
    case 1741:
        x += 1741;
    case 1742:
        x += 1742;
    case 1743:
        x += 1743;
    case 1744:
        x += 1744;
    case 1745:
        x += 1745;
    case 1746:
        x += 1746;
    case 1747:
        x += 1747;
    case 1748:
        x += 1748;
    case 1749:
        x += 1749;
    case 1750:
        x += 1750;
    case 1751:
        x += 1751;
    case 1752:
        x += 1752;
    case 1753:
        x += 1753;
    case 1754:
        x += 1754;
    case 1755:
        x += 1755;
    case 1756:
        x += 1756;
    case 1757:
        x += 1757;
    case 1758:
        x += 1758;
    case 1759:
        x += 1759;
    case 1760:
        x += 1760;
    case 1761:
        x += 1761;
    case 1762:
        x += 1762;
    case 1763:
        x += 1763;
    case 1764:
        x += 1764;
    case 1765:
        x += 1765;
    case 1766:
        x += 1766;
    case 1767:
        x += 1767;
    case 1768:
        x += 1768;
    case 1769:
        x += 1769;
    case 1770:
        x += 1770;
    case 1771:
        x += 1771;
    case 1772:
        x += 1772;
    case 1773:
        x += 1773;
    case 1774:
        x += 1774;
    case 1775:
        x += 1775;
    case 1776:
        x += 1776;
    case 1777:
        x += 1777;
    case 1778:
        x += 1778;
    case 1779:
        x += 1779;
    case 1780:
        x += 1780;
    case 1781:
        x += 1781;
    case 1782:
        x += 1782;
    case 1783:
        x += 1783;
    case 1784:
        x += 1784;
    case 1785:
        x += 1785;
    case 1786:
        x += 1786;
    case 1787:
        x += 1787;
    case 1788:
        x += 1788;
    case 1789:
        x += 1789;
    case 1790:
        x += 1790;
    case 1791:
        x += 1791;
    case 1792:
        x += 1792;
    case 1793:
        x += 1793;
    case 1794:
        x += 1794;
    case 1795:
        x += 1795;
    case 1796:
        x += 1796;
    case 1797:
        x += 1797;
    case 1798:
        x += 1798;
    case 1799:
        x += 1799;
    case 1800:
        x += 1800;
    case 1801:
        x += 1801;
    case 1802:
        x += 1802;
    case 1803:
        x += 1803;
    case 1804:
        x += 1804;
    case 1805:
        x += 1805;
    case 1806:
        x += 1806;
    case 1807:
        x += 1807;
    case 1808:
        x += 1808;
    case 1809:
        x += 1809;
    case 1810:
        x += 1810;
    case 1811:
        x += 1811;
    case 1812:
        x += 1812;
    case 1813:
        x += 1813;
    case 1814:
        x += 1814;
    case 1815:
        x += 1815;
    case 1816:
        x += 1816;
    case 1817:
        x += 1817;
    case 1818:
        x += 1818;
    case 1819:
        x += 1819;
    case 1820:
        x += 1820;
    case 1821:
        x += 1821;
    case 1822:
        x += 1822;
    case 1823:
        x += 1823;
    case 1824:
        x += 1824;
    case 1825:
        x += 1825;
    case 1826:
        x += 1826;
    case 1827:
        x += 1827;
    case 1828:
        x += 1828;
    case 1829:
        x += 1829;
    case 1830:
        x += 1830;
    case 1831:
        x += 1831;
    case 1832:
        x += 1832;
    case 1833:
        x += 1833;
    case 1834:
        x += 1834;
    case 1835:
        x += 1835;
    case 1836:
        x += 1836;
    case 1837:
        x += 1837;
    case 1838:
        x += 1838;
    case 1839:
        x += 1839;
    case 1840:
        x += 1840;
    case 1841:
        x += 1841;
    case 1842:
        x += 1842;
    case 1843:
        x += 1843;
    case 1844:
        x += 1844;
    case 1845:
        x += 1845;
    case 1846:
        x += 1846;
    case 1847:
        x += 1847;
    case 1848:
        x += 1848;
    case 1849:
        x += 1849;
    case 1850:
        x += 1850;
    case 1851:
        x += 1851;
    case 1852:
        x += 1852;
    case 1853:
        x += 1853;
    case 1854:
        x += 1854;
    case 1855:
        x += 1855;
    case 1856:
        x += 1856;
    case 1857:
        x += 1857;
    case 1858:
        x += 1858;
    case 1859:
        x += 1859;
    case 1860:
        x += 1860;
    case 1861:
        x += 1861;
    case 1862:
        x += 1862;
    case 1863:
        x += 1863;
    case 1864:
        x += 1864;
    case 1865:
        x += 1865;
    case 1866:
        x += 1866;
    case 1867:
        x += 1867;
    case 1868:
        x += 1868;
    case 1869:
        x += 1869;
    case 1870:
        x += 1870;
    case 1871:
        x += 1871;
    case 1872:
        x += 1872;
    case 1873:
        x += 1873;
    case 1874:
        x += 1874;
    case 1875:
        x += 1875;
    case 1876:
        x += 1876;
    case 1877:
        x += 1877;
    case 1878:
        x += 1878;
    case 1879:
        x += 1879;
    case 1880:
        x += 1880;
    case 1881:
        x += 1881;
    case 1882:
        x += 1882;
    case 1883:
        x += 1883;
    case 1884:
        x += 1884;
    case 1885:
        x += 1885;
    case 1886:
        x += 1886;
    case 1887:
        x += 1887;
    case 1888:
        x += 1888;
    case 1889:
        x += 1889;
    case 1890:
        x += 1890;
    case 1891:
        x += 1891;
    case 1892:
        x += 1892;
    case 1893:
        x += 1893;
    case 1894:
        x += 1894;
    case 1895:
        x += 1895;
    case 1896:
        x += 1896;
    case 1897:
        x += 1897;
    case 1898:
        x += 1898;
    case 1899:
        x += 1899;
    case 1900:
        x += 1900;
    case 1901:
        x += 1901;
    case 1902:
        x += 1902;
    case 1903:
        x += 1903;
    case 1904:
        x += 1904;
    case 1905:
        x += 1905;
    case 1906:
        x += 1906;
    case 1907:
        x += 1907;
    case 1908:
        x += 1908;
    case 1909:
        x += 1909;
    case 1910:
        x += 1910;
    case 1911:
        x += 1911;
    case 1912:
        x += 1912;
    case 1913:
        x += 1913;
    case 1914:
        x += 1914;
    case 1915:
        x += 1915;
    case 1916:
        x += 1916;
    case 1917:
        x += 1917;
    case 1918:
        x += 1918;
    case 1919:
        x += 1919;
    case 1920:
        x += 1920;
    case 1921:
        x += 1921;
    case 1922:
        x += 1922;
    case 1923:
        x += 1923;
    case 1924:
        x += 1924;
    case 1925:
        x += 1925;
    case 1926:
        x += 1926;
    case 1927:
        x += 1927;
    case 1928:
        x += 1928;
    case 1929:
        x += 1929;
    case 1930:
        x += 1930;
    case 1931:
        x += 1931;
    case 1932:
        x += 1932;
    case 1933:
        x += 1933;
    case 1934:
        x += 1934;
    case 1935:
        x += 1935;
    case 1936:
        x += 1936;
    case 1937:
        x += 1937;
    case 1938:
        x += 1938;
    case 1939:
        x += 1939;
    case 1940:
        x += 1940;
    case 1941:
        x += 1941;
    case 1942:
        x += 1942;
    case 1943:
        x += 1943;
    case 1944:
        x += 1944;
    case 1945:
        x += 1945;
    case 1946:
        x += 1946;
    case 1947:
        x += 1947;
    case 1948:
        x += 1948;
    case 1949:
        x += 1949;
    case 1950:
        x += 1950;
    case 1951:
        x += 1951;
    case 1952:
        x += 1952;
    case 1953:
        x += 1953;
    case 1954:
        x += 1954;
    case 1955:
        x += 1955;
    case 1956:
        x += 1956;
    case 1957:
        x += 1957;
    case 1958:
        x += 1958;
    case 1959:
        x += 1959;
    case 1960:
        x += 1960;
    case 1961:
        x += 1961;
    case 1962:
        x += 1962;
    case 1963:
        x += 1963;
    case 1964:
        x += 1964;
    case 1965:
        x += 1965;
    case 1966:
        x += 1966;
    case 1967:
        x += 1967;
    case 1968:
        x += 1968;
    case 1969:
        x += 1969;
    case 1970:
        x += 1970;
    case 1971:
        x += 1971;
    case 1972:
        x += 1972;
    case 1973:
        x += 1973;
    case 1974:
        x += 1974;
    case 1975:
        x += 1975;
    case 1976:
        x += 1976;
    case 1977:
        x += 1977;
    case 1978:
        x += 1978;
    case 1979:
        x += 1979;
    case 1980:
        x += 1980;
    case 1981:
        x += 1981;
    case 1982:
        x += 1982;
    case 1983:
        x += 1983;
    case 1984:
        x += 1984;
    case 1985:
        x += 1985;
    case 1986:
        x += 1986;
    case 1987:
        x += 1987;
    case 1988:
        x += 1988;
    case 1989:
        x += 1989;
    case 1990:
        x += 1990;
    case 1991:
        x += 1991;
    case 1992:
        x += 1992;
    case 1993:
        x += 1993;
    case 1994:
        x += 1994;
    case 1995:
        x += 1995;
    case 1996:
        x += 1996;
    case 1997:
        x += 1997;
    case 1998:
        x += 1998;
    case 1999:
        x += 1999;
    case 2000:
        x += 2000;
    case 2001:
        x += 2001;
    case 2002:
        x += 2002;
    case 2003:
        x += 2003;
    case 2004:
        x += 2004;
    case 2005:
        x += 2005;
    case 2006:
        x += 2006;
    case 2007:
        x += 2007;
    case 2008:
        x += 2008;
    case 2009:
        x += 2009;
    case 2010:
        x += 2010;
    case 2011:
        x += 2011;
    case 2012:
        x += 2012;
    case 2013:
        x += 2013;
    case 2014:
        x += 2014;
    case 2015:
        x += 2015;
    case 2016:
        x += 2016;
    case 2017:
        x += 2017;
    case 2018:
        x += 2018;
    case 2019:
        x += 2019;
    case 2020:
        x += 2020;
    case 2021:
        x += 2021;
    case 2022:
        x += 2022;
    case 2023:
        x += 2023;
    case 2024:
        x += 2024;
    case 2025:
        x += 2025;
    case 2026:
        x += 2026;
    case 2027:
        x += 2027;
    case 2028:
        x += 2028;
    case 2029:
        x += 2029;
    case 2030:
        x += 2030;
    case 2031:
        x += 2031;
    case 2032:
        x += 2032;
    case 2033:
        x += 2033;
    case 2034:
        x += 2034;
    case 2035:
        x += 2035;
    case 2036:
        x += 2036;
    case 2037:
        x += 2037;
    case 2038:
        x += 2038;
    case 2039:
        x += 2039;
    case 2040:
        x += 2040;
    case 2041:
        x += 2041;
    case 2042:
        x += 2042;
    case 2043:
        x += 2043;
    case 2044:
        x += 2044;
    case 2045:
        x += 2045;
    case 2046:
        x += 2046;
    case 2047:
        x += 2047;
    case 2048:
        x += 2048;
    case 2049:
        x += 2049;
    case 2050:
        x += 2050;
    case 2051:
        x += 2051;
    case 2052:
        x += 2052;
    case 2053:
        x += 2053;
    case 2054:
        x += 2054;
    case 2055:
        x += 2055;
    case 2056:
        x += 2056;
    case 2057:
        x += 2057;
    case 2058:
        x += 2058;
    case 2059:
        x += 2059;
    case 2060:
        x += 2060;
    case 2061:
        x += 2061;
    case 2062:
        x += 2062;
    case 2063:
        x += 2063;
    case 2064:
        x += 2064;
    case 2065:
        x += 2065;
    case 2066:
        x += 2066;
    case 2067:
        x += 2067;
    case 2068:
        x += 2068;
    case 2069:
        x += 2069;
    case 2070:
        x += 2070;
    case 2071:
        x += 2071;
    case 2072:
        x += 2072;
    case 2073:
        x += 2073;
    case 2074:
        x += 2074;
    case 2075:
        x += 2075;
    case 2076:
        x += 2076;
    case 2077:
        x += 2077;
    case 2078:
        x += 2078;
    case 2079:
        x += 2079;
    case 2080:
        x += 2080;
    case 2081:
        x += 2081;
    case 2082:
        x += 2082;
    case 2083:
        x += 2083;
    case 2084:
        x += 2084;
    case 2085:
        x += 2085;
    case 2086:
        x += 2086;
    case 2087:
        x += 2087;
    case 2088:
        x += 2088;
    case 2089:
        x += 2089;
    case 2090:
        x += 2090;
    case 2091:
        x += 2091;
    case 2092:
        x += 2092;
    case 2093:
        x += 2093;
    case 2094:
        x += 2094;
    case 2095:
        x += 2095;
    case 2096:
        x += 2096;
    case 2097:
        x += 2097;
    case 2098:
        x += 2098;
    case 2099:
        x += 2099;
    case 2100:
        x += 2100;
    case 2101:
        x += 2101;
    case 2102:
        x += 2102;
    case 2103:
        x += 2103;
    case 2104:
        x += 2104;
    case 2105:
        x += 2105;
    case 2106:
        x += 2106;
    case 2107:
        x += 2107;
    case 2108:
        x += 2108;
    case 2109:
        x += 2109;
    case 2110:
        x += 2110;
    case 2111:
        x += 2111;
    case 2112:
        x += 2112;
    case 2113:
        x += 2113;
    case 2114:
        x += 2114;
    case 2115:
        x += 2115;
    case 2116:
        x += 2116;
    case 2117:
        x += 2117;
    case 2118:
        x += 2118;
    case 2119:
        x += 2119;
    case 2120:
        x += 2120;
    case 2121:
        x += 2121;
    case 2122:
        x += 2122;
    case 2123:
        x += 2123;
    case 2124:
        x += 2124;
    case 2125:
        x += 2125;
    case 2126:
        x += 2126;
    case 2127:
        x += 2127;
    case 2128:
        x += 2128;
    case 2129:
        x += 2129;
    case 2130:
        x += 2130;
    case 2131:
        x += 2131;
    case 2132:
        x += 2132;
    case 2133:
        x += 2133;
    case 2134:
        x += 2134;
    case 2135:
        x += 2135;
    case 2136:
        x += 2136;
    case 2137:
        x += 2137;
    case 2138:
        x += 2138;
    case 2139:
        x += 2139;
    case 2140:
        x += 2140;
    case 2141:
        x += 2141;
    case 2142:
        x += 2142;
    case 2143:
        x += 2143;
    case 2144:
        x += 2144;
    case 2145:
        x += 2145;
    case 2146:
        x += 2146;
    case 2147:
        x += 2147;
    case 2148:
        x += 2148;
    case 2149:
        x += 2149;
    case 2150:
        x += 2150;
    case 2151:
        x += 2151;
    case 2152:
        x += 2152;
    case 2153:
        x += 2153;
    case 2154:
        x += 2154;
    case 2155:
        x += 2155;
    case 2156:
        x += 2156;
    case 2157:
        x += 2157;
    case 2158:
        x += 2158;
    case 2159:
        x += 2159;
    case 2160:
        x += 2160;
    case 2161:
        x += 2161;
    case 2162:
        x += 2162;
    case 2163:
        x += 2163;
    case 2164:
        x += 2164;
    case 2165:
        x += 2165;
    case 2166:
        x += 2166;
    case 2167:
        x += 2167;
    case 2168:
        x += 2168;
    case 2169:
        x += 2169;
    case 2170:
        x += 2170;
    case 2171:
        x += 2171;
    case 2172:
        x += 2172;
    case 2173:
        x += 2173;
    case 2174:
        x += 2174;
    case 2175:
        x += 2175;
    case 2176:
        x += 2176;
    case 2177:
        x += 2177;
    case 2178:
        x += 2178;
    case 2179:
        x += 2179;
    case 2180:
        x += 2180;
    case 2181:
        x += 2181;
    case 2182:
        x += 2182;
    case 2183:
        x += 2183;
    case 2184:
        x += 2184;
    case 2185:
        x += 2185;
    case 2186:
        x += 2186;
    case 2187:
        x += 2187;
    case 2188:
        x += 2188;
    case 2189:
        x += 2189;
    case 2190:
        x += 2190;
    case 2191:
        x += 2191;
    case 2192:
        x += 2192;
    case 2193:
        x += 2193;
    case 2194:
        x += 2194;
    case 2195:
        x += 2195;
    case 2196:
        x += 2196;
    case 2197:
        x += 2197;
    case 2198:
        x += 2198;
    case 2199:
        x += 2199;
    case 2200:
        x += 2200;
    case 2201:
        x += 2201;
    case 2202:
        x += 2202;
    case 2203:
        x += 2203;
    case 2204:
        x += 2204;
    case 2205:
        x += 2205;
    case 2206:
        x += 2206;
    case 2207:
        x += 2207;
    case 2208:
        x += 2208;
    case 2209:
        x += 2209;
    case 2210:
        x += 2210;
    case 2211:
        x += 2211;
    case 2212:
        x += 2212;
    case 2213:
        x += 2213;
    case 2214:
        x += 2214;
    case 2215:
        x += 2215;
    case 2216:
        x += 2216;
    case 2217:
        x += 2217;
    case 2218:
        x += 2218;
    case 2219:
        x += 2219;
    case 2220:
        x += 2220;
    case 2221:
        x += 2221;
    case 2222:
        x += 2222;
    case 2223:
        x += 2223;
    case 2224:
        x += 2224;
    case 2225:
        x += 2225;
    case 2226:
        x += 2226;
    case 2227:
        x += 2227;
    case 2228:
        x += 2228;
    case 2229:
        x += 2229;
    case 2230:
        x += 2230;
    case 2231:
        x += 2231;
    case 2232:
        x += 2232;
    case 2233:
        x += 2233;
    case 2234:
        x += 2234;
    case 2235:
        x += 2235;
    case 2236:
        x += 2236;
    case 2237:
        x += 2237;
    case 2238:
        x += 2238;
    case 2239:
        x += 2239;
    case 2240:
        x += 2240;
    case 2241:
        x += 2241;
    case 2242:
        x += 2242;
    case 2243:
        x += 2243;
    case 2244:
        x += 2244;
    case 2245:
        x += 2245;
    case 2246:
        x += 2246;
    case 2247:
        x += 2247;
    case 2248:
        x += 2248;
    case 2249:
        x += 2249;
    case 2250:
        x += 2250;
    case 2251:
        x += 2251;
    case 2252:
        x += 2252;
    case 2253:
        x += 2253;
    case 2254:
        x += 2254;
    case 2255:
        x += 2255;
    case 2256:
        x += 2256;
    case 2257:
        x += 2257;
    case 2258:
        x += 2258;
    case 2259:
        x += 2259;
    case 2260:
        x += 2260;
    case 2261:
        x += 2261;
    case 2262:
        x += 2262;
    case 2263:
        x += 2263;
    case 2264:
        x += 2264;
    case 2265:
        x += 2265;
    case 2266:
        x += 2266;
    case 2267:
        x += 2267;
    case 2268:
        x += 2268;
    case 2269:
        x += 2269;
    case 2270:
        x += 2270;
    case 2271:
        x += 2271;
    case 2272:
        x += 2272;
    case 2273:
        x += 2273;
    case 2274:
        x += 2274;
    case 2275:
        x += 2275;
    case 2276:
        x += 2276;
    case 2277:
        x += 2277;
    case 2278:
        x += 2278;
    case 2279:
        x += 2279;
    case 2280:
        x += 2280;
    case 2281:
        x += 2281;
    case 2282:
        x += 2282;
    case 2283:
        x += 2283;
    case 2284:
        x += 2284;
    case 2285:
        x += 2285;
    case 2286:
        x += 2286;
    case 2287:
        x += 2287;
    case 2288:
        x += 2288;
    case 2289:
        x += 2289;
    case 2290:
        x += 2290;
    case 2291:
        x += 2291;
    case 2292:
        x += 2292;
    case 2293:
        x += 2293;
    case 2294:
        x += 2294;
    case 2295:
        x += 2295;
    case 2296:
        x += 2296;
    case 2297:
        x += 2297;
    case 2298:
        x += 2298;
    case 2299:
        x += 2299;
    case 2300:
        x += 2300;
    case 2301:
        x += 2301;
    case 2302:
        x += 2302;
    case 2303:
        x += 2303;
    case 2304:
        x += 2304;
    case 2305:
        x += 2305;
    case 2306:
        x += 2306;
    case 2307:
        x += 2307;
    case 2308:
        x += 2308;
    case 2309:
        x += 2309;
    case 2310:
        x += 2310;
    case 2311:
        x += 2311;
    case 2312:
        x += 2312;
    case 2313:
        x += 2313;
    case 2314:
        x += 2314;
    case 2315:
        x += 2315;
    case 2316:
        x += 2316;
    case 2317:
        x += 2317;
    case 2318:
        x += 2318;
    case 2319:
        x += 2319;
    case 2320:
        x += 2320;
    case 2321:
        x += 2321;
    case 2322:
        x += 2322;
    case 2323:
        x += 2323;
    case 2324:
        x += 2324;
    case 2325:
        x += 2325;
    case 2326:
        x += 2326;
    case 2327:
        x += 2327;
    case 2328:
        x += 2328;
    case 2329:
        x += 2329;
    case 2330:
        x += 2330;
    case 2331:
        x += 2331;
    case 2332:
        x += 2332;
    case 2333:
        x += 2333;
    case 2334:
        x += 2334;
    case 2335:
        x += 2335;
    case 2336:
        x += 2336;
    case 2337:
        x += 2337;
    case 2338:
        x += 2338;
    case 2339:
        x += 2339;
    case 2340:
        x += 2340;
    case 2341:
        x += 2341;
    case 2342:
        x += 2342;
    case 2343:
        x += 2343;
    case 2344:
        x += 2344;
    case 2345:
        x += 2345;
    case 2346:
        x += 2346;
    case 2347:
        x += 2347;
    case 2348:
        x += 2348;
    case 2349:
        x += 2349;
    case 2350:
        x += 2350;
    case 2351:
        x += 2351;
    case 2352:
        x += 2352;
    case 2353:
        x += 2353;
    case 2354:
        x += 2354;
    case 2355:
        x += 2355;
    case 2356:
        x += 2356;
    case 2357:
        x += 2357;
    case 2358:
        x += 2358;
    case 2359:
        x += 2359;
    case 2360:
        x += 2360;
    case 2361:
        x += 2361;
    case 2362:
        x += 2362;
    case 2363:
        x += 2363;
    case 2364:
        x += 2364;
    case 2365:
        x += 2365;
    case 2366:
        x += 2366;
    case 2367:
        x += 2367;
    case 2368:
        x += 2368;
    case 2369:
        x += 2369;
    case 2370:
        x += 2370;
    case 2371:
        x += 2371;
    case 2372:
        x += 2372;
    case 2373:
        x += 2373;
    case 2374:
        x += 2374;
    case 2375:
        x += 2375;
    case 2376:
        x += 2376;
    case 2377:
        x += 2377;
    case 2378:
        x += 2378;
    case 2379:
        x += 2379;
    case 2380:
        x += 2380;
    case 2381:
        x += 2381;
    case 2382:
        x += 2382;
    case 2383:
        x += 2383;
    case 2384:
        x += 2384;
    case 2385:
        x += 2385;
    case 2386:
        x += 2386;
    case 2387:
        x += 2387;
    case 2388:
        x += 2388;
    case 2389:
        x += 2389;
    case 2390:
        x += 2390;
    case 2391:
        x += 2391;
    case 2392:
        x += 2392;
    case 2393:
        x += 2393;
    case 2394:
        x += 2394;
    case 2395:
        x += 2395;
    case 2396:
        x += 2396;
    case 2397:
        x += 2397;
    case 2398:
        x += 2398;
    case 2399:
        x += 2399;
    case 2400:
        x += 2400;
    case 2401:
        x += 2401;
    case 2402:
        x += 2402;
    case 2403:
        x += 2403;
    case 2404:
        x += 2404;
    case 2405:
        x += 2405;
    case 2406:
        x += 2406;
    case 2407:
        x += 2407;
    case 2408:
        x += 2408;
    case 2409:
        x += 2409;
    case 2410:
        x += 2410;
    case 2411:
        x += 2411;
    case 2412:
        x += 2412;
    case 2413:
        x += 2413;
    case 2414:
        x += 2414;
    case 2415:
        x += 2415;
    case 2416:
        x += 2416;
    case 2417:
        x += 2417;
    case 2418:
        x += 2418;
    case 2419:
        x += 2419;
    case 2420:
        x += 2420;
    case 2421:
        x += 2421;
    case 2422:
        x += 2422;
    case 2423:
        x += 2423;
    case 2424:
        x += 2424;
    case 2425:
        x += 2425;
    case 2426:
        x += 2426;
    case 2427:
        x += 2427;
    case 2428:
        x += 2428;
    case 2429:
        x += 2429;
    case 2430:
        x += 2430;
    case 2431:
        x += 2431;
    case 2432:
        x += 2432;
    case 2433:
        x += 2433;
    case 2434:
        x += 2434;
    case 2435:
        x += 2435;
    case 2436:
        x += 2436;
    case 2437:
        x += 2437;
    case 2438:
        x += 2438;
    case 2439:
        x += 2439;
    case 2440:
        x += 2440;
    case 2441:
        x += 2441;
    case 2442:
        x += 2442;
    case 2443:
        x += 2443;
    case 2444:
        x += 2444;
    case 2445:
        x += 2445;
    case 2446:
        x += 2446;
    case 2447:
        x += 2447;
    case 2448:
        x += 2448;
    case 2449:
        x += 2449;
    case 2450:
        x += 2450;
    case 2451:
        x += 2451;
    case 2452:
        x += 2452;
    case 2453:
        x += 2453;
    case 2454:
        x += 2454;
    case 2455:
        x += 2455;
    case 2456:
        x += 2456;
    case 2457:
        x += 2457;
    case 2458:
        x += 2458;
    case 2459:
        x += 2459;
    case 2460:
        x += 2460;
    case 2461:
        x += 2461;
    case 2462:
        x += 2462;
    case 2463:
        x += 2463;
    case 2464:
        x += 2464;
    case 2465:
        x += 2465;
    case 2466:
        x += 2466;
    case 2467:
        x += 2467;
    case 2468:
        x += 2468;
    case 2469:
        x += 2469;
    case 2470:
        x += 2470;
    case 2471:
        x += 2471;
    case 2472:
        x += 2472;
    case 2473:
        x += 2473;
    case 2474:
        x += 2474;
    case 2475:
        x += 2475;
    case 2476:
        x += 2476;
    case 2477:
        x += 2477;
    case 2478:
        x += 2478;
    case 2479:
        x += 2479;
    case 2480:
        x += 2480;
    case 2481:
        x += 2481;
    case 2482:
        x += 2482;
    case 2483:
        x += 2483;
    case 2484:
        x += 2484;
    case 2485:
        x += 2485;
    case 2486:
        x += 2486;
    case 2487:
        x += 2487;
    case 2488:
        x += 2488;
    case 2489:
        x += 2489;
    case 2490:
        x += 2490;
    case 2491:
        x += 2491;
    case 2492:
        x += 2492;
    case 2493:
        x += 2493;
    case 2494:
        x += 2494;
    case 2495:
        x += 2495;
    case 2496:
        x += 2496;
    case 2497:
        x += 2497;
    case 2498:
        x += 2498;
    case 2499:
        x += 2499;
    case 2500:
        x += 2500;
    case 2501:
        x += 2501;
    case 2502:
        x += 2502;
    case 2503:
        x += 2503;
    case 2504:
        x += 2504;
    case 2505:
        x += 2505;
    case 2506:
        x += 2506;
    case 2507:
        x += 2507;
    case 2508:
        x += 2508;
    case 2509:
        x += 2509;
    case 2510:
        x += 2510;
    case 2511:
        x += 2511;
    case 2512:
        x += 2512;
    case 2513:
        x += 2513;
    case 2514:
        x += 2514;
    case 2515:
        x += 2515;
    case 2516:
        x += 2516;
    case 2517:
        x += 2517;
    case 2518:
        x += 2518;
    case 2519:
        x += 2519;
    case 2520:
        x += 2520;
    case 2521:
        x += 2521;
    case 2522:
        x += 2522;
    case 2523:
        x += 2523;
    case 2524:
        x += 2524;
    case 2525:
        x += 2525;
    case 2526:
        x += 2526;
    case 2527:
        x += 2527;
    case 2528:
        x += 2528;
    case 2529:
        x += 2529;
    case 2530:
        x += 2530;
    case 2531:
        x += 2531;
    case 2532:
        x += 2532;
    case 2533:
        x += 2533;
    case 2534:
        x += 2534;
    case 2535:
        x += 2535;
    case 2536:
        x += 2536;
    case 2537:
        x += 2537;
    case 2538:
        x += 2538;
    case 2539:
        x += 2539;
    case 2540:
        x += 2540;
    case 2541:
        x += 2541;
    case 2542:
        x += 2542;
    case 2543:
        x += 2543;
    case 2544:
        x += 2544;
    case 2545:
        x += 2545;
    case 2546:
        x += 2546;
    case 2547:
        x += 2547;
    case 2548:
        x += 2548;
    case 2549:
        x += 2549;
    case 2550:
        x += 2550;
    case 2551:
        x += 2551;
    case 2552:
        x += 2552;
    case 2553:
        x += 2553;
    case 2554:
        x += 2554;
    case 2555:
        x += 2555;
    case 2556:
        x += 2556;
    case 2557:
        x += 2557;
    case 2558:
        x += 2558;
    case 2559:
        x += 2559;
    case 2560:
        x += 2560;
    case 2561:
        x += 2561;
    case 2562:
        x += 2562;
    case 2563:
        x += 2563;
    case 2564:
        x += 2564;
    case 2565:
        x += 2565;
    case 2566:
        x += 2566;
    case 2567:
        x += 2567;
    case 2568:
        x += 2568;
    case 2569:
        x += 2569;
    case 2570:
        x += 2570;
    case 2571:
        x += 2571;
    case 2572:
        x += 2572;
    case 2573:
        x += 2573;
    case 2574:
        x += 2574;
    case 2575:
        x += 2575;
    case 2576:
        x += 2576;
    case 2577:
        x += 2577;
    case 2578:
        x += 2578;
    case 2579:
        x += 2579;
    case 2580:
        x += 2580;
    case 2581:
        x += 2581;
    case 2582:
        x += 2582;
    case 2583:
        x += 2583;
    case 2584:
        x += 2584;
    case 2585:
        x += 2585;
    case 2586:
        x += 2586;
    case 2587:
        x += 2587;
    case 2588:
        x += 2588;
    case 2589:
        x += 2589;
    case 2590:
        x += 2590;
    case 2591:
        x += 2591;
    case 2592:
        x += 2592;
    case 2593:
        x += 2593;
    case 2594:
        x += 2594;
    case 2595:
        x += 2595;
    case 2596:
        x += 2596;
    case 2597:
        x += 2597;
    case 2598:
        x += 2598;
    case 2599:
        x += 2599;
    case 2600:
        x += 2600;
    case 2601:
        x += 2601;
    case 2602:
        x += 2602;
    case 2603:
        x += 2603;
    case 2604:
        x += 2604;
    case 2605:
        x += 2605;
    case 2606:
        x += 2606;
    case 2607:
        x += 2607;
    case 2608:
        x += 2608;
    case 2609:
        x += 2609;
    case 2610:
        x += 2610;
    case 2611:
        x += 2611;
    case 2612:
        x += 2612;
    case 2613:
        x += 2613;
    case 2614:
        x += 2614;
    case 2615:
        x += 2615;
    case 2616:
        x += 2616;
    case 2617:
        x += 2617;
    case 2618:
        x += 2618;
    case 2619:
        x += 2619;
    case 2620:
        x += 2620;
    case 2621:
        x += 2621;
    case 2622:
        x += 2622;
    case 2623:
        x += 2623;
    case 2624:
        x += 2624;
    case 2625:
        x += 2625;
    case 2626:
        x += 2626;
    case 2627:
        x += 2627;
    case 2628:
        x += 2628;
    case 2629:
        x += 2629;
    case 2630:
        x += 2630;
    case 2631:
        x += 2631;
    case 2632:
        x += 2632;
    case 2633:
        x += 2633;
    case 2634:
        x += 2634;
    case 2635:
        x += 2635;
    case 2636:
        x += 2636;
    case 2637:
        x += 2637;
    case 2638:
        x += 2638;
    case 2639:
        x += 2639;
    case 2640:
        x += 2640;
    case 2641:
        x += 2641;
    case 2642:
        x += 2642;
    case 2643:
        x += 2643;
    case 2644:
        x += 2644;
    case 2645:
        x += 2645;
    case 2646:
        x += 2646;
    case 2647:
        x += 2647;
    case 2648:
        x += 2648;
    case 2649:
        x += 2649;
    case 2650:
        x += 2650;
    case 2651:
        x += 2651;
    case 2652:
        x += 2652;
    case 2653:
        x += 2653;
    case 2654:
        x += 2654;
    case 2655:
        x += 2655;
    case 2656:
        x += 2656;
    case 2657:
        x += 2657;
    case 2658:
        x += 2658;
    case 2659:
        x += 2659;
    case 2660:
        x += 2660;
    case 2661:
        x += 2661;
    case 2662:
        x += 2662;
    case 2663:
        x += 2663;
    case 2664:
        x += 2664;
    case 2665:
        x += 2665;
    case 2666:
        x += 2666;
    case 2667:
        x += 2667;
    case 2668:
        x += 2668;
    case 2669:
        x += 2669;
    case 2670:
        x += 2670;
    case 2671:
        x += 2671;
    case 2672:
        x += 2672;
    case 2673:
        x += 2673;
    case 2674:
        x += 2674;
    case 2675:
        x += 2675;
    case 2676:
        x += 2676;
    case 2677:
        x += 2677;
    case 2678:
        x += 2678;
    case 2679:
        x += 2679;
    case 2680:
        x += 2680;
    case 2681:
        x += 2681;
    case 2682:
        x += 2682;
    case 2683:
        x += 2683;
    case 2684:
        x += 2684;
    case 2685:
        x += 2685;
    case 2686:
        x += 2686;
    case 2687:
        x += 2687;
    case 2688:
        x += 2688;
    case 2689:
        x += 2689;
    case 2690:
        x += 2690;
    case 2691:
        x += 2691;
    case 2692:
        x += 2692;
    case 2693:
        x += 2693;
    case 2694:
        x += 2694;
    case 2695:
        x += 2695;
    case 2696:
        x += 2696;
    case 2697:
        x += 2697;
    case 2698:
        x += 2698;
    case 2699:
        x += 2699;
    case 2700:
        x += 2700;
    case 2701:
        x += 2701;
    case 2702:
        x += 2702;
    case 2703:
        x += 2703;
    case 2704:
        x += 2704;
    case 2705:
        x += 2705;
    case 2706:
        x += 2706;
    case 2707:
        x += 2707;
    case 2708:
        x += 2708;
    case 2709:
        x += 2709;
    case 2710:
        x += 2710;
    case 2711:
        x += 2711;
    case 2712:
        x += 2712;
    case 2713:
        x += 2713;
    case 2714:
        x += 2714;
    case 2715:
        x += 2715;
    case 2716:
        x += 2716;
    case 2717:
        x += 2717;
    case 2718:
        x += 2718;
    case 2719:
        x += 2719;
    case 2720:
        x += 2720;
    case 2721:
        x += 2721;
    case 2722:
        x += 2722;
    case 2723:
        x += 2723;
    case 2724:
        x += 2724;
    case 2725:
        x += 2725;
    case 2726:
        x += 2726;
    case 2727:
        x += 2727;
    case 2728:
        x += 2728;
    case 2729:
        x += 2729;
    case 2730:
        x += 2730;
    case 2731:
        x += 2731;
    case 2732:
        x += 2732;
    case 2733:
        x += 2733;
    case 2734:
        x += 2734;
    case 2735:
        x += 2735;
    case 2736:
        x += 2736;
    case 2737:
        x += 2737;
    case 2738:
        x += 2738;
    case 2739:
        x += 2739;
    case 2740:
        x += 2740;
    case 2741:
        x += 2741;
    case 2742:
        x += 2742;
    case 2743:
        x += 2743;
    case 2744:
        x += 2744;
    case 2745:
        x += 2745;
    case 2746:
        x += 2746;
    case 2747:
        x += 2747;
    case 2748:
        x += 2748;
    case 2749:
        x += 2749;
    case 2750:
        x += 2750;
    case 2751:
        x += 2751;
    case 2752:
        x += 2752;
    case 2753:
        x += 2753;
    case 2754:
        x += 2754;
    case 2755:
        x += 2755;
    case 2756:
        x += 2756;
    case 2757:
        x += 2757;
    case 2758:
        x += 2758;
    case 2759:
        x += 2759;
    case 2760:
        x += 2760;
    case 2761:
        x += 2761;
    case 2762:
        x += 2762;
    case 2763:
        x += 2763;
    case 2764:
        x += 2764;
    case 2765:
        x += 2765;
    case 2766:
        x += 2766;
    case 2767:
        x += 2767;
    case 2768:
        x += 2768;
    case 2769:
        x += 2769;
    case 2770:
        x += 2770;
    case 2771:
        x += 2771;
    case 2772:
        x += 2772;
    case 2773:
        x += 2773;
    case 2774:
        x += 2774;
    case 2775:
        x += 2775;
    case 2776:
        x += 2776;
    case 2777:
        x += 2777;
    case 2778:
        x += 2778;
    case 2779:
        x += 2779;
    case 2780:
        x += 2780;
    case 2781:
        x += 2781;
    case 2782:
        x += 2782;
    case 2783:
        x += 2783;
    case 2784:
        x += 2784;
    case 2785:
        x += 2785;
    case 2786:
        x += 2786;
    case 2787:
        x += 2787;
    case 2788:
        x += 2788;
    case 2789:
        x += 2789;
    case 2790:
        x += 2790;
    case 2791:
        x += 2791;
    case 2792:
        x += 2792;
    case 2793:
        x += 2793;
    case 2794:
        x += 2794;
    case 2795:
        x += 2795;
    case 2796:
        x += 2796;
    case 2797:
        x += 2797;
    case 2798:
        x += 2798;
    case 2799:
        x += 2799;
    case 2800:
        x += 2800;
    case 2801:
        x += 2801;
    case 2802:
        x += 2802;
    case 2803:
        x += 2803;
    case 2804:
        x += 2804;
    case 2805:
        x += 2805;
    case 2806:
        x += 2806;
    case 2807:
        x += 2807;
    case 2808:
        x += 2808;
    case 2809:
        x += 2809;
    case 2810:
        x += 2810;
    case 2811:
        x += 2811;
    case 2812:
        x += 2812;
    case 2813:
        x += 2813;
    case 2814:
        x += 2814;
    case 2815:
        x += 2815;
    case 2816:
        x += 2816;
    case 2817:
        x += 2817;
    case 2818:
        x += 2818;
    case 2819:
        x += 2819;
    case 2820:
        x += 2820;
    case 2821:
        x += 2821;
    case 2822:
        x += 2822;
    case 2823:
        x += 2823;
    case 2824:
        x += 2824;
    case 2825:
        x += 2825;
    case 2826:
        x += 2826;
    case 2827:
        x += 2827;
    case 2828:
        x += 2828;
    case 2829:
        x += 2829;
    case 2830:
        x += 2830;
    case 2831:
        x += 2831;
    case 2832:
        x += 2832;
    case 2833:
        x += 2833;
    case 2834:
        x += 2834;
    case 2835:
        x += 2835;
    case 2836:
        x += 2836;
    case 2837:
        x += 2837;
    case 2838:
        x += 2838;
    case 2839:
        x += 2839;
    case 2840:
        x += 2840;
    case 2841:
        x += 2841;
    case 2842:
        x += 2842;
    case 2843:
        x += 2843;
    case 2844:
        x += 2844;
    case 2845:
        x += 2845;
    case 2846:
        x += 2846;
    case 2847:
        x += 2847;
    case 2848:
        x += 2848;
    case 2849:
        x += 2849;
    case 2850:
        x += 2850;
    case 2851:
        x += 2851;
    case 2852:
        x += 2852;
    case 2853:
        x += 2853;
    case 2854:
        x += 2854;
    case 2855:
        x += 2855;
    case 2856:
        x += 2856;
    case 2857:
        x += 2857;
    case 2858:
        x += 2858;
    case 2859:
        x += 2859;
    case 2860:
        x += 2860;
    case 2861:
        x += 2861;
    case 2862:
        x += 2862;
    case 2863:
        x += 2863;
    case 2864:
        x += 2864;
    case 2865:
        x += 2865;
    case 2866:
        x += 2866;
    case 2867:
        x += 2867;
    case 2868:
        x += 2868;
    case 2869:
        x += 2869;
    case 2870:
        x += 2870;
    case 2871:
        x += 2871;
    case 2872:
        x += 2872;
    case 2873:
        x += 2873;
    case 2874:
        x += 2874;
    case 2875:
        x += 2875;
    case 2876:
        x += 2876;
    case 2877:
        x += 2877;
    case 2878:
        x += 2878;
    case 2879:
        x += 2879;
    case 2880:
        x += 2880;
    case 2881:
        x += 2881;
    case 2882:
        x += 2882;
    case 2883:
        x += 2883;
    case 2884:
        x += 2884;
    case 2885:
        x += 2885;
    case 2886:
        x += 2886;
    case 2887:
        x += 2887;
    case 2888:
        x += 2888;
    case 2889:
        x += 2889;
    case 2890:
        x += 2890;
    case 2891:
        x += 2891;
    case 2892:
        x += 2892;
    case 2893:
        x += 2893;
    case 2894:
        x += 2894;
    case 2895:
        x += 2895;
    case 2896:
        x += 2896;
    case 2897:
        x += 2897;
    case 2898:
        x += 2898;
    case 2899:
        x += 2899;
    case 2900:
        x += 2900;
    case 2901:
        x += 2901;
    case 2902:
        x += 2902;
    case 2903:
        x += 2903;
    case 2904:
        x += 2904;
    case 2905:
        x += 2905;
    case 2906:
        x += 2906;
    case 2907:
        x += 2907;
    case 2908:
        x += 2908;
    case 2909:
        x += 2909;
    case 2910:
        x += 2910;
    case 2911:
        x += 2911;
    case 2912:
        x += 2912;
    case 2913:
        x += 2913;
    case 2914:
        x += 2914;
    case 2915:
        x += 2915;
    case 2916:
        x += 2916;
    case 2917:
        x += 2917;
    case 2918:
        x += 2918;
    case 2919:
        x += 2919;
    case 2920:
        x += 2920;
    case 2921:
        x += 2921;
    case 2922:
        x += 2922;
    case 2923:
        x += 2923;
    case 2924:
        x += 2924;
    case 2925:
        x += 2925;
    case 2926:
        x += 2926;
    case 2927:
        x += 2927;
    case 2928:
        x += 2928;
    case 2929:
        x += 2929;
    case 2930:
        x += 2930;
    case 2931:
        x += 2931;
    case 2932:
        x += 2932;
    case 2933:
        x += 2933;
    case 2934:
        x += 2934;
    case 2935:
        x += 2935;
    case 2936:
        x += 2936;
    case 2937:
        x += 2937;
    case 2938:
        x += 2938;
    case 2939:
        x += 2939;
    case 2940:
        x += 2940;
    case 2941:
        x += 2941;
    case 2942:
        x += 2942;
    case 2943:
        x += 2943;
    case 2944:
        x += 2944;
    case 2945:
        x += 2945;
    case 2946:
        x += 2946;
    case 2947:
        x += 2947;
    case 2948:
        x += 2948;
    case 2949:
        x += 2949;
    case 2950:
        x += 2950;
    case 2951:
        x += 2951;
    case 2952:
        x += 2952;
    case 2953:
        x += 2953;
    case 2954:
        x += 2954;
    case 2955:
        x += 2955;
    case 2956:
        x += 2956;
    case 2957:
        x += 2957;
    case 2958:
        x += 2958;
    case 2959:
        x += 2959;
    case 2960:
        x += 2960;
    case 2961:
        x += 2961;
    case 2962:
        x += 2962;
    case 2963:
        x += 2963;
    case 2964:
        x += 2964;
    case 2965:
        x += 2965;
    case 2966:
        x += 2966;
    case 2967:
        x += 2967;
    case 2968:
        x += 2968;
    case 2969:
        x += 2969;
    case 2970:
        x += 2970;
    case 2971:
        x += 2971;
    case 2972:
        x += 2972;
    case 2973:
        x += 2973;
    case 2974:
        x += 2974;
    case 2975:
        x += 2975;
    case 2976:
        x += 2976;
    case 2977:
        x += 2977;
    case 2978:
        x += 2978;
    case 2979:
        x += 2979;
    case 2980:
        x += 2980;
    case 2981:
        x += 2981;
    case 2982:
        x += 2982;
    case 2983:
        x += 2983;
    case 2984:
        x += 2984;
    case 2985:
        x += 2985;
    case 2986:
        x += 2986;
    case 2987:
        x += 2987;
    case 2988:
        x += 2988;
    case 2989:
        x += 2989;
    case 2990:
        x += 2990;
    case 2991:
        x += 2991;
    case 2992:
        x += 2992;
    case 2993:
        x += 2993;
    case 2994:
        x += 2994;
    case 2995:
        x += 2995;
    case 2996:
        x += 2996;
    case 2997:
        x += 2997;
    case 2998:
        x += 2998;
    case 2999:
        x += 2999;
    case 3000:
        x += 3000;
    case 3001:
        x += 3001;
    case 3002:
        x += 3002;
    case 3003:
        x += 3003;
    case 3004:
        x += 3004;
    case 3005:
        x += 3005;
    case 3006:
        x += 3006;
    case 3007:
        x += 3007;
    case 3008:
        x += 3008;
    case 3009:
        x += 3009;
    case 3010:
        x += 3010;
    case 3011:
        x += 3011;
    case 3012:
        x += 3012;
    case 3013:
        x += 3013;
    case 3014:
        x += 3014;
    case 3015:
        x += 3015;
    case 3016:
        x += 3016;
    case 3017:
        x += 3017;
    case 3018:
        x += 3018;
    case 3019:
        x += 3019;
    case 3020:
        x += 3020;
    case 3021:
        x += 3021;
    case 3022:
        x += 3022;
    case 3023:
        x += 3023;
    case 3024:
        x += 3024;
    case 3025:
        x += 3025;
    case 3026:
        x += 3026;
    case 3027:
        x += 3027;
    case 3028:
        x += 3028;
    case 3029:
        x += 3029;
    case 3030:
        x += 3030;
    case 3031:
        x += 3031;
    case 3032:
        x += 3032;
    case 3033:
        x += 3033;
    case 3034:
        x += 3034;
    case 3035:
        x += 3035;
    case 3036:
        x += 3036;
    case 3037:
        x += 3037;
    case 3038:
        x += 3038;
    case 3039:
        x += 3039;
    case 3040:
        x += 3040;
    case 3041:
        x += 3041;
    case 3042:
        x += 3042;
    case 3043:
        x += 3043;
    case 3044:
        x += 3044;
    case 3045:
        x += 3045;
    case 3046:
        x += 3046;
    case 3047:
        x += 3047;
    case 3048:
        x += 3048;
    case 3049:
        x += 3049;
    case 3050:
        x += 3050;
    case 3051:
        x += 3051;
    case 3052:
        x += 3052;
    case 3053:
        x += 3053;
    case 3054:
        x += 3054;
    case 3055:
        x += 3055;
    case 3056:
        x += 3056;
    case 3057:
        x += 3057;
    case 3058:
        x += 3058;
    case 3059:
        x += 3059;
    case 3060:
        x += 3060;
    case 3061:
        x += 3061;
    case 3062:
        x += 3062;
    case 3063:
        x += 3063;
    case 3064:
        x += 3064;
    case 3065:
        x += 3065;
    case 3066:
        x += 3066;
    case 3067:
        x += 3067;
    case 3068:
        x += 3068;
    case 3069:
        x += 3069;
    case 3070:
        x += 3070;
    case 3071:
        x += 3071;
    case 3072:
        x += 3072;
    case 3073:
        x += 3073;
    case 3074:
        x += 3074;
    case 3075:
        x += 3075;
    case 3076:
        x += 3076;
    case 3077:
        x += 3077;
    case 3078:
        x += 3078;
    case 3079:
        x += 3079;
    case 3080:
        x += 3080;
    case 3081:
        x += 3081;
    case 3082:
        x += 3082;
    case 3083:
        x += 3083;
    case 3084:
        x += 3084;
    case 3085:
        x += 3085;
    case 3086:
        x += 3086;
    case 3087:
        x += 3087;
    case 3088:
        x += 3088;
    case 3089:
        x += 3089;
    case 3090:
        x += 3090;
    case 3091:
        x += 3091;
    case 3092:
        x += 3092;
    case 3093:
        x += 3093;
    case 3094:
        x += 3094;
    case 3095:
        x += 3095;
    case 3096:
        x += 3096;
    case 3097:
        x += 3097;
    case 3098:
        x += 3098;
    case 3099:
        x += 3099;
    case 3100:
        x += 3100;
    case 3101:
        x += 3101;
    case 3102:
        x += 3102;
    case 3103:
        x += 3103;
    case 3104:
        x += 3104;
    case 3105:
        x += 3105;
    case 3106:
        x += 3106;
    case 3107:
        x += 3107;
    case 3108:
        x += 3108;
    case 3109:
        x += 3109;
    case 3110:
        x += 3110;
    case 3111:
        x += 3111;
    case 3112:
        x += 3112;
    case 3113:
        x += 3113;
    case 3114:
        x += 3114;
    case 3115:
        x += 3115;
    case 3116:
        x += 3116;
    case 3117:
        x += 3117;
    case 3118:
        x += 3118;
    case 3119:
        x += 3119;
    case 3120:
        x += 3120;
    case 3121:
        x += 3121;
    case 3122:
        x += 3122;
    case 3123:
        x += 3123;
    case 3124:
        x += 3124;
    case 3125:
        x += 3125;
    case 3126:
        x += 3126;
    case 3127:
        x += 3127;
    case 3128:
        x += 3128;
    case 3129:
        x += 3129;
    case 3130:
        x += 3130;
    case 3131:
        x += 3131;
    case 3132:
        x += 3132;
    case 3133:
        x += 3133;
    case 3134:
        x += 3134;
    case 3135:
        x += 3135;
    case 3136:
        x += 3136;
    case 3137:
        x += 3137;
    case 3138:
        x += 3138;
    case 3139:
        x += 3139;
    case 3140:
        x += 3140;
    case 3141:
        x += 3141;
    case 3142:
        x += 3142;
    case 3143:
        x += 3143;
    case 3144:
        x += 3144;
    case 3145:
        x += 3145;
    case 3146:
        x += 3146;
    case 3147:
        x += 3147;
    case 3148:
        x += 3148;
    case 3149:
        x += 3149;
    case 3150:
        x += 3150;
    case 3151:
        x += 3151;
    case 3152:
        x += 3152;
    case 3153:
        x += 3153;
    case 3154:
        x += 3154;
    case 3155:
        x += 3155;
    case 3156:
        x += 3156;
    case 3157:
        x += 3157;
    case 3158:
        x += 3158;
    case 3159:
        x += 3159;
    case 3160:
        x += 3160;
    case 3161:
        x += 3161;
    case 3162:
        x += 3162;
    case 3163:
        x += 3163;
    case 3164:
        x += 3164;
    case 3165:
        x += 3165;
    case 3166:
        x += 3166;
    case 3167:
        x += 3167;
    case 3168:
        x += 3168;
    case 3169:
        x += 3169;
    case 3170:
        x += 3170;
    case 3171:
        x += 3171;
    case 3172:
        x += 3172;
    case 3173:
        x += 3173;
    case 3174:
        x += 3174;
    case 3175:
        x += 3175;
    case 3176:
        x += 3176;
    case 3177:
        x += 3177;
    case 3178:
        x += 3178;
    case 3179:
        x += 3179;
    case 3180:
        x += 3180;
    case 3181:
        x += 3181;
    case 3182:
        x += 3182;
    case 3183:
        x += 3183;
    case 3184:
        x += 3184;
    case 3185:
        x += 3185;
    case 3186:
        x += 3186;
    case 3187:
        x += 3187;
    case 3188:
        x += 3188;
    case 3189:
        x += 3189;
    case 3190:
        x += 3190;
    case 3191:
        x += 3191;
    case 3192:
        x += 3192;
    case 3193:
        x += 3193;
    case 3194:
        x += 3194;
    case 3195:
        x += 3195;
    case 3196:
        x += 3196;
    case 3197:
        x += 3197;
    case 3198:
        x += 3198;
    case 3199:
        x += 3199;
    case 3200:
        x += 3200;
    case 3201:
        x += 3201;
    case 3202:
        x += 3202;
    case 3203:
        x += 3203;
    case 3204:
        x += 3204;
    case 3205:
        x += 3205;
    case 3206:
        x += 3206;
    case 3207:
        x += 3207;
    case 3208:
        x += 3208;
    case 3209:
        x += 3209;
    case 3210:
        x += 3210;
    case 3211:
        x += 3211;
    case 3212:
        x += 3212;
    case 3213:
        x += 3213;
    case 3214:
        x += 3214;
    case 3215:
        x += 3215;
    case 3216:
        x += 3216;
    case 3217:
        x += 3217;
    case 3218:
        x += 3218;
    case 3219:
        x += 3219;
    case 3220:
        x += 3220;
    case 3221:
        x += 3221;
    case 3222:
        x += 3222;
    case 3223:
        x += 3223;
    case 3224:
        x += 3224;
    case 3225:
        x += 3225;
    case 3226:
        x += 3226;
    case 3227:
        x += 3227;
    case 3228:
        x += 3228;
    case 3229:
        x += 3229;
    case 3230:
        x += 3230;
    case 3231:
        x += 3231;
    case 3232:
        x += 3232;
    case 3233:
        x += 3233;
    case 3234:
        x += 3234;
    case 3235:
        x += 3235;
    case 3236:
        x += 3236;
    case 3237:
        x += 3237;
    case 3238:
        x += 3238;
    case 3239:
        x += 3239;
    case 3240:
        x += 3240;
    case 3241:
        x += 3241;
    case 3242:
        x += 3242;
    case 3243:
        x += 3243;
    case 3244:
        x += 3244;
    case 3245:
        x += 3245;
    case 3246:
        x += 3246;
    case 3247:
        x += 3247;
    case 3248:
        x += 3248;
    case 3249:
        x += 3249;
    case 3250:
        x += 3250;
    case 3251:
        x += 3251;
    case 3252:
        x += 3252;
    case 3253:
        x += 3253;
    case 3254:
        x += 3254;
    case 3255:
        x += 3255;
    case 3256:
        x += 3256;
    case 3257:
        x += 3257;
    case 3258:
        x += 3258;
    case 3259:
        x += 3259;
    case 3260:
        x += 3260;
    case 3261:
        x += 3261;
    case 3262:
        x += 3262;
    case 3263:
        x += 3263;
    case 3264:
        x += 3264;
    case 3265:
        x += 3265;
    case 3266:
        x += 3266;
    case 3267:
        x += 3267;
    case 3268:
        x += 3268;
    case 3269:
        x += 3269;
    case 3270:
        x += 3270;
    case 3271:
        x += 3271;
    case 3272:
        x += 3272;
    case 3273:
        x += 3273;
    case 3274:
        x += 3274;
    case 3275:
        x += 3275;
    case 3276:
        x += 3276;
    case 3277:
        x += 3277;
    case 3278:
        x += 3278;
    case 3279:
        x += 3279;
    case 3280:
        x += 3280;
    case 3281:
        x += 3281;
    case 3282:
        x += 3282;
    case 3283:
        x += 3283;
    case 3284:
        x += 3284;
    case 3285:
        x += 3285;
    case 3286:
        x += 3286;
    case 3287:
        x += 3287;
    case 3288:
        x += 3288;
    case 3289:
        x += 3289;
    case 3290:
        x += 3290;
    case 3291:
        x += 3291;
    case 3292:
        x += 3292;
    case 3293:
        x += 3293;
    case 3294:
        x += 3294;
    case 3295:
        x += 3295;
    case 3296:
        x += 3296;
    case 3297:
        x += 3297;
    case 3298:
        x += 3298;
    case 3299:
        x += 3299;
    case 3300:
        x += 3300;
    case 3301:
        x += 3301;
    case 3302:
        x += 3302;
    case 3303:
        x += 3303;
    case 3304:
        x += 3304;
    case 3305:
        x += 3305;
    case 3306:
        x += 3306;
    case 3307:
        x += 3307;
    case 3308:
        x += 3308;
    case 3309:
        x += 3309;
    case 3310:
        x += 3310;
    case 3311:
        x += 3311;
    case 3312:
        x += 3312;
    case 3313:
        x += 3313;
    case 3314:
        x += 3314;
    case 3315:
        x += 3315;
    case 3316:
        x += 3316;
    case 3317:
        x += 3317;
    case 3318:
        x += 3318;
    case 3319:
        x += 3319;
    case 3320:
        x += 3320;
    case 3321:
        x += 3321;
    case 3322:
        x += 3322;
    case 3323:
        x += 3323;
    case 3324:
        x += 3324;
    case 3325:
        x += 3325;
    case 3326:
        x += 3326;
    case 3327:
        x += 3327;
    case 3328:
        x += 3328;
    case 3329:
        x += 3329;
    case 3330:
        x += 3330;
    case 3331:
        x += 3331;
    case 3332:
        x += 3332;
    case 3333:
        x += 3333;
    case 3334:
        x += 3334;
    case 3335:
        x += 3335;
    case 3336:
        x += 3336;
    case 3337:
        x += 3337;
    case 3338:
        x += 3338;
    case 3339:
        x += 3339;
    case 3340:
        x += 3340;
    case 3341:
        x += 3341;
    case 3342:
        x += 3342;
    case 3343:
        x += 3343;
    case 3344:
        x += 3344;
    case 3345:
        x += 3345;
    case 3346:
        x += 3346;
    case 3347:
        x += 3347;
    case 3348:
        x += 3348;
    case 3349:
        x += 3349;
    case 3350:
        x += 3350;
    case 3351:
        x += 3351;
    case 3352:
        x += 3352;
    case 3353:
        x += 3353;
    case 3354:
        x += 3354;
    case 3355:
        x += 3355;
    case 3356:
        x += 3356;
    case 3357:
        x += 3357;
    case 3358:
        x += 3358;
    case 3359:
        x += 3359;
    case 3360:
        x += 3360;
    case 3361:
        x += 3361;
    case 3362:
        x += 3362;
    case 3363:
        x += 3363;
    case 3364:
        x += 3364;
    case 3365:
        x += 3365;
    case 3366:
        x += 3366;
    case 3367:
        x += 3367;
    case 3368:
        x += 3368;
    case 3369:
        x += 3369;
    case 3370:
        x += 3370;
    case 3371:
        x += 3371;
    case 3372:
        x += 3372;
    case 3373:
        x += 3373;
    case 3374:
        x += 3374;
    case 3375:
        x += 3375;
    case 3376:
        x += 3376;
    case 3377:
        x += 3377;
    case 3378:
        x += 3378;
    case 3379:
        x += 3379;
    case 3380:
        x += 3380;
    case 3381:
        x += 3381;
    case 3382:
        x += 3382;
    case 3383:
        x += 3383;
    case 3384:
        x += 3384;
    case 3385:
        x += 3385;
    case 3386:
        x += 3386;
    case 3387:
        x += 3387;
    case 3388:
        x += 3388;
    case 3389:
        x += 3389;
    case 3390:
        x += 3390;
    case 3391:
        x += 3391;
    case 3392:
        x += 3392;
    case 3393:
        x += 3393;
    case 3394:
        x += 3394;
    case 3395:
        x += 3395;
    case 3396:
        x += 3396;
    case 3397:
        x += 3397;
    case 3398:
        x += 3398;
    case 3399:
        x += 3399;
    case 3400:
        x += 3400;
    case 3401:
        x += 3401;
    case 3402:
        x += 3402;
    case 3403:
        x += 3403;
    case 3404:
        x += 3404;
    case 3405:
        x += 3405;
    case 3406:
        x += 3406;
    case 3407:
        x += 3407;
    case 3408:
        x += 3408;
    case 3409:
        x += 3409;
    case 3410:
        x += 3410;
    case 3411:
        x += 3411;
    case 3412:
        x += 3412;
    case 3413:
        x += 3413;
    case 3414:
        x += 3414;
    case 3415:
        x += 3415;
    case 3416:
        x += 3416;
    case 3417:
        x += 3417;
    case 3418:
        x += 3418;
    case 3419:
        x += 3419;
    case 3420:
        x += 3420;
    case 3421:
        x += 3421;
    case 3422:
        x += 3422;
    case 3423:
        x += 3423;
    case 3424:
        x += 3424;
    case 3425:
        x += 3425;
    case 3426:
        x += 3426;
    case 3427:
        x += 3427;
    case 3428:
        x += 3428;
    case 3429:
        x += 3429;
    case 3430:
        x += 3430;
    case 3431:
        x += 3431;
    case 3432:
        x += 3432;
    case 3433:
        x += 3433;
    case 3434:
        x += 3434;
    case 3435:
        x += 3435;
    case 3436:
        x += 3436;
    case 3437:
        x += 3437;
    case 3438:
        x += 3438;
    case 3439:
        x += 3439;
    case 3440:
        x += 3440;
    case 3441:
        x += 3441;
    case 3442:
        x += 3442;
    case 3443:
        x += 3443;
    case 3444:
        x += 3444;
    case 3445:
        x += 3445;
    case 3446:
        x += 3446;
    case 3447:
        x += 3447;
    case 3448:
        x += 3448;
    case 3449:
        x += 3449;
    case 3450:
        x += 3450;
    case 3451:
        x += 3451;
    case 3452:
        x += 3452;
    case 3453:
        x += 3453;
    case 3454:
        x += 3454;
    case 3455:
        x += 3455;
    case 3456:
        x += 3456;
    case 3457:
        x += 3457;
    case 3458:
        x += 3458;
    case 3459:
        x += 3459;
    case 3460:
        x += 3460;
    case 3461:
        x += 3461;
    case 3462:
        x += 3462;
    case 3463:
        x += 3463;
    case 3464:
        x += 3464;
    case 3465:
        x += 3465;
    case 3466:
        x += 3466;
    case 3467:
        x += 3467;
    case 3468:
        x += 3468;
    case 3469:
        x += 3469;
    case 3470:
        x += 3470;
    case 3471:
        x += 3471;
    case 3472:
        x += 3472;
    case 3473:
        x += 3473;
    case 3474:
        x += 3474;
    case 3475:
        x += 3475;
    case 3476:
        x += 3476;
    case 3477:
        x += 3477;
    case 3478:
        x += 3478;
    case 3479:
        x += 3479;
    case 3480:
        x += 3480;
    case 3481:
        x += 3481;
    case 3482:
        x += 3482;
    case 3483:
        x += 3483;
    case 3484:
        x += 3484;
    case 3485:
        x += 3485;
    case 3486:
        x += 3486;
    case 3487:
        x += 3487;
    case 3488:
        x += 3488;
    case 3489:
        x += 3489;
    case 3490:
        x += 3490;
    case 3491:
        x += 3491;
    case 3492:
        x += 3492;
    case 3493:
        x += 3493;
    case 3494:
        x += 3494;
    case 3495:
        x += 3495;
    case 3496:
        x += 3496;
    case 3497:
        x += 3497;
    case 3498:
        x += 3498;
    case 3499:
        x += 3499;
    case 3500:
        x += 3500;
    case 3501:
        x += 3501;
    case 3502:
        x += 3502;
    case 3503:
        x += 3503;
    case 3504:
        x += 3504;
    case 3505:
        x += 3505;
    case 3506:
        x += 3506;
    case 3507:
        x += 3507;
    case 3508:
        x += 3508;
    case 3509:
        x += 3509;
    case 3510:
        x += 3510;
    case 3511:
        x += 3511;
    case 3512:
        x += 3512;
    case 3513:
        x += 3513;
    case 3514:
        x += 3514;
    case 3515:
        x += 3515;
    case 3516:
        x += 3516;
    case 3517:
        x += 3517;
    case 3518:
        x += 3518;
    case 3519:
        x += 3519;
    case 3520:
        x += 3520;
    case 3521:
        x += 3521;
    case 3522:
        x += 3522;
    case 3523:
        x += 3523;
    case 3524:
        x += 3524;
    case 3525:
        x += 3525;
    case 3526:
        x += 3526;
    case 3527:
        x += 3527;
    case 3528:
        x += 3528;
    case 3529:
        x += 3529;
    case 3530:
        x += 3530;
    case 3531:
        x += 3531;
    case 3532:
        x += 3532;
    case 3533:
        x += 3533;
    case 3534:
        x += 3534;
    case 3535:
        x += 3535;
    case 3536:
        x += 3536;
    case 3537:
        x += 3537;
    case 3538:
        x += 3538;
    case 3539:
        x += 3539;
    case 3540:
        x += 3540;
    case 3541:
        x += 3541;
    case 3542:
        x += 3542;
    case 3543:
        x += 3543;
    case 3544:
        x += 3544;
    case 3545:
        x += 3545;
    case 3546:
        x += 3546;
    case 3547:
        x += 3547;
    case 3548:
        x += 3548;
    case 3549:
        x += 3549;
    case 3550:
        x += 3550;
    case 3551:
        x += 3551;
    case 3552:
        x += 3552;
    case 3553:
        x += 3553;
    case 3554:
        x += 3554;
    case 3555:
        x += 3555;
    case 3556:
        x += 3556;
    case 3557:
        x += 3557;
    case 3558:
        x += 3558;
    case 3559:
        x += 3559;
    case 3560:
        x += 3560;
    case 3561:
        x += 3561;
    case 3562:
        x += 3562;
    case 3563:
        x += 3563;
    case 3564:
        x += 3564;
    case 3565:
        x += 3565;
    case 3566:
        x += 3566;
    case 3567:
        x += 3567;
    case 3568:
        x += 3568;
    case 3569:
        x += 3569;
    case 3570:
        x += 3570;
    case 3571:
        x += 3571;
    case 3572:
        x += 3572;
    case 3573:
        x += 3573;
    case 3574:
        x += 3574;
    case 3575:
        x += 3575;
    case 3576:
        x += 3576;
    case 3577:
        x += 3577;
    case 3578:
        x += 3578;
    case 3579:
        x += 3579;
    case 3580:
        x += 3580;
    case 3581:
        x += 3581;
    case 3582:
        x += 3582;
    case 3583:
        x += 3583;
    case 3584:
        x += 3584;
    case 3585:
        x += 3585;
    case 3586:
        x += 3586;
    case 3587:
        x += 3587;
    case 3588:
        x += 3588;
    case 3589:
        x += 3589;
    case 3590:
        x += 3590;
    case 3591:
        x += 3591;
    case 3592:
        x += 3592;
    case 3593:
        x += 3593;
    case 3594:
        x += 3594;
    case 3595:
        x += 3595;
    case 3596:
        x += 3596;
    case 3597:
        x += 3597;
    case 3598:
        x += 3598;
    case 3599:
        x += 3599;
    case 3600:
        x += 3600;
    case 3601:
        x += 3601;
    case 3602:
        x += 3602;
    case 3603:
        x += 3603;
    case 3604:
        x += 3604;
    case 3605:
        x += 3605;
    case 3606:
        x += 3606;
    case 3607:
        x += 3607;
    case 3608:
        x += 3608;
    case 3609:
        x += 3609;
    case 3610:
        x += 3610;
    case 3611:
        x += 3611;
    case 3612:
        x += 3612;
    case 3613:
        x += 3613;
    case 3614:
        x += 3614;
    case 3615:
        x += 3615;
    case 3616:
        x += 3616;
    case 3617:
        x += 3617;
    case 3618:
        x += 3618;
    case 3619:
        x += 3619;
    case 3620:
        x += 3620;
    case 3621:
        x += 3621;
    case 3622:
        x += 3622;
    case 3623:
        x += 3623;
    case 3624:
        x += 3624;
    case 3625:
        x += 3625;
    case 3626:
        x += 3626;
    case 3627:
        x += 3627;
    case 3628:
        x += 3628;
    case 3629:
        x += 3629;
    case 3630:
        x += 3630;
    case 3631:
        x += 3631;
    case 3632:
        x += 3632;
    case 3633:
        x += 3633;
    case 3634:
        x += 3634;
    case 3635:
        x += 3635;
    case 3636:
        x += 3636;
    case 3637:
        x += 3637;
    case 3638:
        x += 3638;
    case 3639:
        x += 3639;
    case 3640:
        x += 3640;
    case 3641:
        x += 3641;
    case 3642:
        x += 3642;
    case 3643:
        x += 3643;
    case 3644:
        x += 3644;
    case 3645:
        x += 3645;
    case 3646:
        x += 3646;
    case 3647:
        x += 3647;
    case 3648:
        x += 3648;
    case 3649:
        x += 3649;
    case 3650:
        x += 3650;
    case 3651:
        x += 3651;
    case 3652:
        x += 3652;
    case 3653:
        x += 3653;
    case 3654:
        x += 3654;
    case 3655:
        x += 3655;
    case 3656:
        x += 3656;
    case 3657:
        x += 3657;
    case 3658:
        x += 3658;
    case 3659:
        x += 3659;
    case 3660:
        x += 3660;
    case 3661:
        x += 3661;
    case 3662:
        x += 3662;
    case 3663:
        x += 3663;
    case 3664:
        x += 3664;
    case 3665:
        x += 3665;
    case 3666:
        x += 3666;
    case 3667:
        x += 3667;
    case 3668:
        x += 3668;
    case 3669:
        x += 3669;
    case 3670:
        x += 3670;
    case 3671:
        x += 3671;
    case 3672:
        x += 3672;
    case 3673:
        x += 3673;
    case 3674:
        x += 3674;
    case 3675:
        x += 3675;
    case 3676:
        x += 3676;
    case 3677:
        x += 3677;
    case 3678:
        x += 3678;
    case 3679:
        x += 3679;
    case 3680:
        x += 3680;
    case 3681:
        x += 3681;
    case 3682:
        x += 3682;
    case 3683:
        x += 3683;
    case 3684:
        x += 3684;
    case 3685:
        x += 3685;
    case 3686:
        x += 3686;
    case 3687:
        x += 3687;
    case 3688:
        x += 3688;
    case 3689:
        x += 3689;
    case 3690:
        x += 3690;
    case 3691:
        x += 3691;
    case 3692:
        x += 3692;
    case 3693:
        x += 3693;
    case 3694:
        x += 3694;
    case 3695:
        x += 3695;
    case 3696:
        x += 3696;
    case 3697:
        x += 3697;
    case 3698:
        x += 3698;
    case 3699:
        x += 3699;
    case 3700:
        x += 3700;
    case 3701:
        x += 3701;
    case 3702:
        x += 3702;
    case 3703:
        x += 3703;
    case 3704:
        x += 3704;
    case 3705:
        x += 3705;
    case 3706:
        x += 3706;
    case 3707:
        x += 3707;
    case 3708:
        x += 3708;
    case 3709:
        x += 3709;
    case 3710:
        x += 3710;
    case 3711:
        x += 3711;
    case 3712:
        x += 3712;
    case 3713:
        x += 3713;
    case 3714:
        x += 3714;
    case 3715:
        x += 3715;
    case 3716:
        x += 3716;
    case 3717:
        x += 3717;
    case 3718:
        x += 3718;
    case 3719:
        x += 3719;
    case 3720:
        x += 3720;
    case 3721:
        x += 3721;
    case 3722:
        x += 3722;
    case 3723:
        x += 3723;
    case 3724:
        x += 3724;
    case 3725:
        x += 3725;
    case 3726:
        x += 3726;
    case 3727:
        x += 3727;
    case 3728:
        x += 3728;
    case 3729:
        x += 3729;
    case 3730:
        x += 3730;
    case 3731:
        x += 3731;
    case 3732:
        x += 3732;
    case 3733:
        x += 3733;
    case 3734:
        x += 3734;
    case 3735:
        x += 3735;
    case 3736:
        x += 3736;
    case 3737:
        x += 3737;
    case 3738:
        x += 3738;
    case 3739:
        x += 3739;
    case 3740:
        x += 3740;
    case 3741:
        x += 3741;
    case 3742:
        x += 3742;
    case 3743:
        x += 3743;
    case 3744:
        x += 3744;
    case 3745:
        x += 3745;
    case 3746:
        x += 3746;
    case 3747:
        x += 3747;
    case 3748:
        x += 3748;
    case 3749:
        x += 3749;
    case 3750:
        x += 3750;
    case 3751:
        x += 3751;
    case 3752:
        x += 3752;
    case 3753:
        x += 3753;
    case 3754:
        x += 3754;
    case 3755:
        x += 3755;
    case 3756:
        x += 3756;
    case 3757:
        x += 3757;
    case 3758:
        x += 3758;
    case 3759:
        x += 3759;
    case 3760:
        x += 3760;
    case 3761:
        x += 3761;
    case 3762:
        x += 3762;
    case 3763:
        x += 3763;
    case 3764:
        x += 3764;
    case 3765:
        x += 3765;
    case 3766:
        x += 3766;
    case 3767:
        x += 3767;
    case 3768:
        x += 3768;
    case 3769:
        x += 3769;
    case 3770:
        x += 3770;
    case 3771:
        x += 3771;
    case 3772:
        x += 3772;
    case 3773:
        x += 3773;
    case 3774:
        x += 3774;
    case 3775:
        x += 3775;
    case 3776:
        x += 3776;
    case 3777:
        x += 3777;
    case 3778:
        x += 3778;
    case 3779:
        x += 3779;
    case 3780:
        x += 3780;
    case 3781:
        x += 3781;
    case 3782:
        x += 3782;
    case 3783:
        x += 3783;
    case 3784:
        x += 3784;
    case 3785:
        x += 3785;
    case 3786:
        x += 3786;
    case 3787:
        x += 3787;
    case 3788:
        x += 3788;
    case 3789:
        x += 3789;
    case 3790:
        x += 3790;
    case 3791:
        x += 3791;
    case 3792:
        x += 3792;
    case 3793:
        x += 3793;
    case 3794:
        x += 3794;
    case 3795:
        x += 3795;
    case 3796:
        x += 3796;
    case 3797:
        x += 3797;
    case 3798:
        x += 3798;
    case 3799:
        x += 3799;
    case 3800:
        x += 3800;
    case 3801:
        x += 3801;
    case 3802:
        x += 3802;
    case 3803:
        x += 3803;
    case 3804:
        x += 3804;
    case 3805:
        x += 3805;
    case 3806:
        x += 3806;
    case 3807:
        x += 3807;
    case 3808:
        x += 3808;
    case 3809:
        x += 3809;
    case 3810:
        x += 3810;
    case 3811:
        x += 3811;
    case 3812:
        x += 3812;
    case 3813:
        x += 3813;
    case 3814:
        x += 3814;
    case 3815:
        x += 3815;
    case 3816:
        x += 3816;
    case 3817:
        x += 3817;
    case 3818:
        x += 3818;
    case 3819:
        x += 3819;
    case 3820:
        x += 3820;
    case 3821:
        x += 3821;
    case 3822:
        x += 3822;
    case 3823:
        x += 3823;
    case 3824:
        x += 3824;
    case 3825:
        x += 3825;
    case 3826:
        x += 3826;
    case 3827:
        x += 3827;
    case 3828:
        x += 3828;
    case 3829:
        x += 3829;
    case 3830:
        x += 3830;
    case 3831:
        x += 3831;
    case 3832:
        x += 3832;
    case 3833:
        x += 3833;
    case 3834:
        x += 3834;
    case 3835:
        x += 3835;
    case 3836:
        x += 3836;
    case 3837:
        x += 3837;
    case 3838:
        x += 3838;
    case 3839:
        x += 3839;
    case 3840:
        x += 3840;
    case 3841:
        x += 3841;
    case 3842:
        x += 3842;
    case 3843:
        x += 3843;
    case 3844:
        x += 3844;
    case 3845:
        x += 3845;
    case 3846:
        x += 3846;
    case 3847:
        x += 3847;
    case 3848:
        x += 3848;
    case 3849:
        x += 3849;
    case 3850:
        x += 3850;
    case 3851:
        x += 3851;
    case 3852:
        x += 3852;
    case 3853:
        x += 3853;
    case 3854:
        x += 3854;
    case 3855:
        x += 3855;
    case 3856:
        x += 3856;
    case 3857:
        x += 3857;
    case 3858:
        x += 3858;
    case 3859:
        x += 3859;
    case 3860:
        x += 3860;
    case 3861:
        x += 3861;
    case 3862:
        x += 3862;
    case 3863:
        x += 3863;
    case 3864:
        x += 3864;
    case 3865:
        x += 3865;
    case 3866:
        x += 3866;
    case 3867:
        x += 3867;
    case 3868:
        x += 3868;
    case 3869:
        x += 3869;
    case 3870:
        x += 3870;
    case 3871:
        x += 3871;
    case 3872:
        x += 3872;
    case 3873:
        x += 3873;
    case 3874:
        x += 3874;
    case 3875:
        x += 3875;
    case 3876:
        x += 3876;
    case 3877:
        x += 3877;
    case 3878:
        x += 3878;
    case 3879:
        x += 3879;
    case 3880:
        x += 3880;
    case 3881:
        x += 3881;
    case 3882:
        x += 3882;
    case 3883:
        x += 3883;
    case 3884:
        x += 3884;
    case 3885:
        x += 3885;
    case 3886:
        x += 3886;
    case 3887:
        x += 3887;
    case 3888:
        x += 3888;
    case 3889:
        x += 3889;
    case 3890:
        x += 3890;
    case 3891:
        x += 3891;
    case 3892:
        x += 3892;
    case 3893:
        x += 3893;
    case 3894:
        x += 3894;
    case 3895:
        x += 3895;
    case 3896:
        x += 3896;
    case 3897:
        x += 3897;
    case 3898:
        x += 3898;
    case 3899:
        x += 3899;
    case 3900:
        x += 3900;
    case 3901:
        x += 3901;
    case 3902:
        x += 3902;
    case 3903:
        x += 3903;
    case 3904:
        x += 3904;
    case 3905:
        x += 3905;
    case 3906:
        x += 3906;
    case 3907:
        x += 3907;
    case 3908:
        x += 3908;
    case 3909:
        x += 3909;
    case 3910:
        x += 3910;
    case 3911:
        x += 3911;
    case 3912:
        x += 3912;
    case 3913:
        x += 3913;
    case 3914:
        x += 3914;
    case 3915:
        x += 3915;
    case 3916:
        x += 3916;
    case 3917:
        x += 3917;
    case 3918:
        x += 3918;
    case 3919:
        x += 3919;
    case 3920:
        x += 3920;
    case 3921:
        x += 3921;
    case 3922:
        x += 3922;
    case 3923:
        x += 3923;
    case 3924:
        x += 3924;
    case 3925:
        x += 3925;
    case 3926:
        x += 3926;
    case 3927:
        x += 3927;
    case 3928:
        x += 3928;
    case 3929:
        x += 3929;
    case 3930:
        x += 3930;
    case 3931:
        x += 3931;
    case 3932:
        x += 3932;
    case 3933:
        x += 3933;
    case 3934:
        x += 3934;
    case 3935:
        x += 3935;
    case 3936:
        x += 3936;
    case 3937:
        x += 3937;
    case 3938:
        x += 3938;
    case 3939:
        x += 3939;
    case 3940:
        x += 3940;
    case 3941:
        x += 3941;
    case 3942:
        x += 3942;
    case 3943:
        x += 3943;
    case 3944:
        x += 3944;
    case 3945:
        x += 3945;
    case 3946:
        x += 3946;
    case 3947:
        x += 3947;
    case 3948:
        x += 3948;
    case 3949:
        x += 3949;
    case 3950:
        x += 3950;
    case 3951:
        x += 3951;
    case 3952:
        x += 3952;
    case 3953:
        x += 3953;
    case 3954:
        x += 3954;
    case 3955:
        x += 3955;
    case 3956:
        x += 3956;
    case 3957:
        x += 3957;
    case 3958:
        x += 3958;
    case 3959:
        x += 3959;
    case 3960:
        x += 3960;
    case 3961:
        x += 3961;
    case 3962:
        x += 3962;
    case 3963:
        x += 3963;
    case 3964:
        x += 3964;
    case 3965:
        x += 3965;
    case 3966:
        x += 3966;
    case 3967:
        x += 3967;
    case 3968:
        x += 3968;
    case 3969:
        x += 3969;
    case 3970:
        x += 3970;
    case 3971:
        x += 3971;
    case 3972:
        x += 3972;
    case 3973:
        x += 3973;
    case 3974:
        x += 3974;
    case 3975:
        x += 3975;
    case 3976:
        x += 3976;
    case 3977:
        x += 3977;
    case 3978:
        x += 3978;
    case 3979:
        x += 3979;
    case 3980:
        x += 3980;
    case 3981:
        x += 3981;
    case 3982:
        x += 3982;
    case 3983:
        x += 3983;
    case 3984:
        x += 3984;
    case 3985:
        x += 3985;
    case 3986:
        x += 3986;
    case 3987:
        x += 3987;
    case 3988:
        x += 3988;
    case 3989:
        x += 3989;
    case 3990:
        x += 3990;
    case 3991:
        x += 3991;
    case 3992:
        x += 3992;
    case 3993:
        x += 3993;
    case 3994:
        x += 3994;
    case 3995:
        x += 3995;
    case 3996:
        x += 3996;
    case 3997:
        x += 3997;
    case 3998:
        x += 3998;
    case 3999:
        x += 3999;
    case 4000:
        x += 4000;
    case 4001:
        x += 4001;
    case 4002:
        x += 4002;
    case 4003:
        x += 4003;
    case 4004:
        x += 4004;
    case 4005:
        x += 4005;
    case 4006:
        x += 4006;
    case 4007:
        x += 4007;
    case 4008:
        x += 4008;
    case 4009:
        x += 4009;
    case 4010:
        x += 4010;
    case 4011:
        x += 4011;
    case 4012:
        x += 4012;
    case 4013:
        x += 4013;
    case 4014:
        x += 4014;
    case 4015:
        x += 4015;
    case 4016:
        x += 4016;
    case 4017:
        x += 4017;
    case 4018:
        x += 4018;
    case 4019:
        x += 4019;
    case 4020:
        x += 4020;
    case 4021:
        x += 4021;
    case 4022:
        x += 4022;
    case 4023:
        x += 4023;
    case 4024:
        x += 4024;
    case 4025:
        x += 4025;
    case 4026:
        x += 4026;
    case 4027:
        x += 4027;
    case 4028:
        x += 4028;
    case 4029:
        x += 4029;
    case 4030:
        x += 4030;
    case 4031:
        x += 4031;
    case 4032:
        x += 4032;
    case 4033:
        x += 4033;
    case 4034:
        x += 4034;
    case 4035:
        x += 4035;
    case 4036:
        x += 4036;
    case 4037:
        x += 4037;
    case 4038:
        x += 4038;
    case 4039:
        x += 4039;
    case 4040:
        x += 4040;
    case 4041:
        x += 4041;
    case 4042:
        x += 4042;
    case 4043:
        x += 4043;
    case 4044:
        x += 4044;
    case 4045:
        x += 4045;
    case 4046:
        x += 4046;
    case 4047:
        x += 4047;
    case 4048:
        x += 4048;
    case 4049:
        x += 4049;
    case 4050:
        x += 4050;
    case 4051:
        x += 4051;
    case 4052:
        x += 4052;
    case 4053:
        x += 4053;
    case 4054:
        x += 4054;
    case 4055:
        x += 4055;
    case 4056:
        x += 4056;
    case 4057:
        x += 4057;
    case 4058:
        x += 4058;
    case 4059:
        x += 4059;
    case 4060:
        x += 4060;
    case 4061:
        x += 4061;
    case 4062:
        x += 4062;
    case 4063:
        x += 4063;
    case 4064:
        x += 4064;
    case 4065:
        x += 4065;
    case 4066:
        x += 4066;
    case 4067:
        x += 4067;
    case 4068:
        x += 4068;
    case 4069:
        x += 4069;
    case 4070:
        x += 4070;
    case 4071:
        x += 4071;
    case 4072:
        x += 4072;
    case 4073:
        x += 4073;
    case 4074:
        x += 4074;
    case 4075:
        x += 4075;
    case 4076:
        x += 4076;
    case 4077:
        x += 4077;
    case 4078:
        x += 4078;
    case 4079:
        x += 4079;
    case 4080:
        x += 4080;
    case 4081:
        x += 4081;
    case 4082:
        x += 4082;
    case 4083:
        x += 4083;
    case 4084:
        x += 4084;
    case 4085:
        x += 4085;
    case 4086:
        x += 4086;
    case 4087:
        x += 4087;
    case 4088:
        x += 4088;
    case 4089:
        x += 4089;
    case 4090:
        x += 4090;
    case 4091:
        x += 4091;
    case 4092:
        x += 4092;
    case 4093:
        x += 4093;
    case 4094:
        x += 4094;
    case 4095:
        x += 4095;
    case 4096:
        x += 4096;
    case 4097:
        x += 4097;
    case 4098:
        x += 4098;
    case 4099:
        x += 4099;
    case 4100:
        x += 4100;
    case 4101:
        x += 4101;
    case 4102:
        x += 4102;
    case 4103:
        x += 4103;
    case 4104:
        x += 4104;
    case 4105:
        x += 4105;
    case 4106:
        x += 4106;
    case 4107:
        x += 4107;
    case 4108:
        x += 4108;
    case 4109:
        x += 4109;
    case 4110:
        x += 4110;
    case 4111:
        x += 4111;
    case 4112:
        x += 4112;
    case 4113:
        x += 4113;
    case 4114:
        x += 4114;
    case 4115:
        x += 4115;
    case 4116:
        x += 4116;
    case 4117:
        x += 4117;
    case 4118:
        x += 4118;
    case 4119:
        x += 4119;
    case 4120:
        x += 4120;
    case 4121:
        x += 4121;
    case 4122:
        x += 4122;
    case 4123:
        x += 4123;
    case 4124:
        x += 4124;
    case 4125:
        x += 4125;
    case 4126:
        x += 4126;
    case 4127:
        x += 4127;
    case 4128:
        x += 4128;
    case 4129:
        x += 4129;
    case 4130:
        x += 4130;
    case 4131:
        x += 4131;
    case 4132:
        x += 4132;
    case 4133:
        x += 4133;
    case 4134:
        x += 4134;
    case 4135:
        x += 4135;
    case 4136:
        x += 4136;
    case 4137:
        x += 4137;
    case 4138:
        x += 4138;
    case 4139:
        x += 4139;
    case 4140:
        x += 4140;
    case 4141:
        x += 4141;
    case 4142:
        x += 4142;
    case 4143:
        x += 4143;
    case 4144:
        x += 4144;
    case 4145:
        x += 4145;
    case 4146:
        x += 4146;
    case 4147:
        x += 4147;
    case 4148:
        x += 4148;
    case 4149:
        x += 4149;
    case 4150:
        x += 4150;
    case 4151:
        x += 4151;
    case 4152:
        x += 4152;
    case 4153:
        x += 4153;
    case 4154:
        x += 4154;
    case 4155:
        x += 4155;
    case 4156:
        x += 4156;
    case 4157:
        x += 4157;
    case 4158:
        x += 4158;
    case 4159:
        x += 4159;
    case 4160:
        x += 4160;
    case 4161:
        x += 4161;
    case 4162:
        x += 4162;
    case 4163:
        x += 4163;
    case 4164:
        x += 4164;
    case 4165:
        x += 4165;
    case 4166:
        x += 4166;
    case 4167:
        x += 4167;
    case 4168:
        x += 4168;
    case 4169:
        x += 4169;
    case 4170:
        x += 4170;
    case 4171:
        x += 4171;
    case 4172:
        x += 4172;
    case 4173:
        x += 4173;
    case 4174:
        x += 4174;
    case 4175:
        x += 4175;
    case 4176:
        x += 4176;
    case 4177:
        x += 4177;
    case 4178:
        x += 4178;
    case 4179:
        x += 4179;
    case 4180:
        x += 4180;
    case 4181:
        x += 4181;
    case 4182:
        x += 4182;
    case 4183:
        x += 4183;
    case 4184:
        x += 4184;
    case 4185:
        x += 4185;
    case 4186:
        x += 4186;
    case 4187:
        x += 4187;
    case 4188:
        x += 4188;
    case 4189:
        x += 4189;
    case 4190:
        x += 4190;
    case 4191:
        x += 4191;
    case 4192:
        x += 4192;
    case 4193:
        x += 4193;
    case 4194:
        x += 4194;
    case 4195:
        x += 4195;
    case 4196:
        x += 4196;
    case 4197:
        x += 4197;
    case 4198:
        x += 4198;
    case 4199:
        x += 4199;
    case 4200:
        x += 4200;
    case 4201:
        x += 4201;
    case 4202:
        x += 4202;
    case 4203:
        x += 4203;
    case 4204:
        x += 4204;
    case 4205:
        x += 4205;
    case 4206:
        x += 4206;
    case 4207:
        x += 4207;
    case 4208:
        x += 4208;
    case 4209:
        x += 4209;
    case 4210:
        x += 4210;
    case 4211:
        x += 4211;
    case 4212:
        x += 4212;
    case 4213:
        x += 4213;
    case 4214:
        x += 4214;
    case 4215:
        x += 4215;
    case 4216:
        x += 4216;
    case 4217:
        x += 4217;
    case 4218:
        x += 4218;
    case 4219:
        x += 4219;
    case 4220:
        x += 4220;
    case 4221:
        x += 4221;
    case 4222:
        x += 4222;
    case 4223:
        x += 4223;
    case 4224:
        x += 4224;
    case 4225:
        x += 4225;
    case 4226:
        x += 4226;
    case 4227:
        x += 4227;
    case 4228:
        x += 4228;
    case 4229:
        x += 4229;
    case 4230:
        x += 4230;
    case 4231:
        x += 4231;
    case 4232:
        x += 4232;
    case 4233:
        x += 4233;
    case 4234:
        x += 4234;
    case 4235:
        x += 4235;
    case 4236:
        x += 4236;
    case 4237:
        x += 4237;
    case 4238:
        x += 4238;
    case 4239:
        x += 4239;
    case 4240:
        x += 4240;
    case 4241:
        x += 4241;
    case 4242:
        x += 4242;
    case 4243:
        x += 4243;
    case 4244:
        x += 4244;
    case 4245:
        x += 4245;
    case 4246:
        x += 4246;
    case 4247:
        x += 4247;
    case 4248:
        x += 4248;
    case 4249:
        x += 4249;
    case 4250:
        x += 4250;
    case 4251:
        x += 4251;
    case 4252:
        x += 4252;
    case 4253:
        x += 4253;
    case 4254:
        x += 4254;
    case 4255:
        x += 4255;
    case 4256:
        x += 4256;
    case 4257:
        x += 4257;
    case 4258:
        x += 4258;
    case 4259:
        x += 4259;
    case 4260:
        x += 4260;
    case 4261:
        x += 4261;
    case 4262:
        x += 4262;
    case 4263:
        x += 4263;
    case 4264:
        x += 4264;
    case 4265:
        x += 4265;
    case 4266:
        x += 4266;
    case 4267:
        x += 4267;
    case 4268:
        x += 4268;
    case 4269:
        x += 4269;
    case 4270:
        x += 4270;
    case 4271:
        x += 4271;
    case 4272:
        x += 4272;
    case 4273:
        x += 4273;
    case 4274:
        x += 4274;
    case 4275:
        x += 4275;
    case 4276:
        x += 4276;
    case 4277:
        x += 4277;
    case 4278:
        x += 4278;
    case 4279:
        x += 4279;
    case 4280:
        x += 4280;
    case 4281:
        x += 4281;
    case 4282:
        x += 4282;
    case 4283:
        x += 4283;
    case 4284:
        x += 4284;
    case 4285:
        x += 4285;
    case 4286:
        x += 4286;
    case 4287:
        x += 4287;
    case 4288:
        x += 4288;
    case 4289:
        x += 4289;
    case 4290:
        x += 4290;
    case 4291:
        x += 4291;
    case 4292:
        x += 4292;
    case 4293:
        x += 4293;
    case 4294:
        x += 4294;
    case 4295:
        x += 4295;
    case 4296:
        x += 4296;
    case 4297:
        x += 4297;
    case 4298:
        x += 4298;
    case 4299:
        x += 4299;
    case 4300:
        x += 4300;
    case 4301:
        x += 4301;
    case 4302:
        x += 4302;
    case 4303:
        x += 4303;
    case 4304:
        x += 4304;
    case 4305:
        x += 4305;
    case 4306:
        x += 4306;
    case 4307:
        x += 4307;
    case 4308:
        x += 4308;
    case 4309:
        x += 4309;
    case 4310:
        x += 4310;
    case 4311:
        x += 4311;
    case 4312:
        x += 4312;
    case 4313:
        x += 4313;
    case 4314:
        x += 4314;
    case 4315:
        x += 4315;
    case 4316:
        x += 4316;
    case 4317:
        x += 4317;
    case 4318:
        x += 4318;
    case 4319:
        x += 4319;
    case 4320:
        x += 4320;
    case 4321:
        x += 4321;
    case 4322:
        x += 4322;
    case 4323:
        x += 4323;
    case 4324:
        x += 4324;
    case 4325:
        x += 4325;
    case 4326:
        x += 4326;
    case 4327:
        x += 4327;
    case 4328:
        x += 4328;
    case 4329:
        x += 4329;
    case 4330:
        x += 4330;
    case 4331:
        x += 4331;
    case 4332:
        x += 4332;
    case 4333:
        x += 4333;
    case 4334:
        x += 4334;
    case 4335:
        x += 4335;
    case 4336:
        x += 4336;
    case 4337:
        x += 4337;
    case 4338:
        x += 4338;
    case 4339:
        x += 4339;
    case 4340:
        x += 4340;
    case 4341:
        x += 4341;
    case 4342:
        x += 4342;
    case 4343:
        x += 4343;
    case 4344:
        x += 4344;
    case 4345:
        x += 4345;
    case 4346:
        x += 4346;
    case 4347:
        x += 4347;
    case 4348:
        x += 4348;
    case 4349:
        x += 4349;
    case 4350:
        x += 4350;
    case 4351:
        x += 4351;
    case 4352:
        x += 4352;
    case 4353:
        x += 4353;
    case 4354:
        x += 4354;
    case 4355:
        x += 4355;
    case 4356:
        x += 4356;
    case 4357:
        x += 4357;
    case 4358:
        x += 4358;
    case 4359:
        x += 4359;
    case 4360:
        x += 4360;
    case 4361:
        x += 4361;
    case 4362:
        x += 4362;
    case 4363:
        x += 4363;
    case 4364:
        x += 4364;
    case 4365:
        x += 4365;
    case 4366:
        x += 4366;
    case 4367:
        x += 4367;
    case 4368:
        x += 4368;
    case 4369:
        x += 4369;
    case 4370:
        x += 4370;
    case 4371:
        x += 4371;
    case 4372:
        x += 4372;
    case 4373:
        x += 4373;
    case 4374:
        x += 4374;
    case 4375:
        x += 4375;
    case 4376:
        x += 4376;
    case 4377:
        x += 4377;
    case 4378:
        x += 4378;
    case 4379:
        x += 4379;
    case 4380:
        x += 4380;
    case 4381:
        x += 4381;
    case 4382:
        x += 4382;
    case 4383:
        x += 4383;
    case 4384:
        x += 4384;
    case 4385:
        x += 4385;
    case 4386:
        x += 4386;
    case 4387:
        x += 4387;
    case 4388:
        x += 4388;
    case 4389:
        x += 4389;
    case 4390:
        x += 4390;
    case 4391:
        x += 4391;
    case 4392:
        x += 4392;
    case 4393:
        x += 4393;
    case 4394:
        x += 4394;
    case 4395:
        x += 4395;
    case 4396:
        x += 4396;
    case 4397:
        x += 4397;
    case 4398:
        x += 4398;
    case 4399:
        x += 4399;
    case 4400:
        x += 4400;
    case 4401:
        x += 4401;
    case 4402:
        x += 4402;
    case 4403:
        x += 4403;
    case 4404:
        x += 4404;
    case 4405:
        x += 4405;
    case 4406:
        x += 4406;
    case 4407:
        x += 4407;
    case 4408:
        x += 4408;
    case 4409:
        x += 4409;
    case 4410:
        x += 4410;
    case 4411:
        x += 4411;
    case 4412:
        x += 4412;
    case 4413:
        x += 4413;
    case 4414:
        x += 4414;
    case 4415:
        x += 4415;
    case 4416:
        x += 4416;
    case 4417:
        x += 4417;
    case 4418:
        x += 4418;
    case 4419:
        x += 4419;
    case 4420:
        x += 4420;
    case 4421:
        x += 4421;
    case 4422:
        x += 4422;
    case 4423:
        x += 4423;
    case 4424:
        x += 4424;
    case 4425:
        x += 4425;
    case 4426:
        x += 4426;
    case 4427:
        x += 4427;
    case 4428:
        x += 4428;
    case 4429:
        x += 4429;
    case 4430:
        x += 4430;
    case 4431:
        x += 4431;
    case 4432:
        x += 4432;
    case 4433:
        x += 4433;
    case 4434:
        x += 4434;
    case 4435:
        x += 4435;
    case 4436:
        x += 4436;
    case 4437:
        x += 4437;
    case 4438:
        x += 4438;
    case 4439:
        x += 4439;
    case 4440:
        x += 4440;
    case 4441:
        x += 4441;
    case 4442:
        x += 4442;
    case 4443:
        x += 4443;
    case 4444:
        x += 4444;
    case 4445:
        x += 4445;
    case 4446:
        x += 4446;
    case 4447:
        x += 4447;
    case 4448:
        x += 4448;
    case 4449:
        x += 4449;
    case 4450:
        x += 4450;
    case 4451:
        x += 4451;
    case 4452:
        x += 4452;
    case 4453:
        x += 4453;
    case 4454:
        x += 4454;
    case 4455:
        x += 4455;
    case 4456:
        x += 4456;
    case 4457:
        x += 4457;
    case 4458:
        x += 4458;
    case 4459:
        x += 4459;
    case 4460:
        x += 4460;
    case 4461:
        x += 4461;
    case 4462:
        x += 4462;
    case 4463:
        x += 4463;
    case 4464:
        x += 4464;
    case 4465:
        x += 4465;
    case 4466:
        x += 4466;
    case 4467:
        x += 4467;
    case 4468:
        x += 4468;
    case 4469:
        x += 4469;
    case 4470:
        x += 4470;
    case 4471:
        x += 4471;
    case 4472:
        x += 4472;
    case 4473:
        x += 4473;
    case 4474:
        x += 4474;
    case 4475:
        x += 4475;
    case 4476:
        x += 4476;
    case 4477:
        x += 4477;
    case 4478:
        x += 4478;
    case 4479:
        x += 4479;
    case 4480:
        x += 4480;
    case 4481:
        x += 4481;
    case 4482:
        x += 4482;
    case 4483:
        x += 4483;
    case 4484:
        x += 4484;
    case 4485:
        x += 4485;
    case 4486:
        x += 4486;
    case 4487:
        x += 4487;
    case 4488:
        x += 4488;
    case 4489:
        x += 4489;
    case 4490:
        x += 4490;
    case 4491:
        x += 4491;
    case 4492:
        x += 4492;
    case 4493:
        x += 4493;
    case 4494:
        x += 4494;
    case 4495:
        x += 4495;
    case 4496:
        x += 4496;
    case 4497:
        x += 4497;
    case 4498:
        x += 4498;
    case 4499:
        x += 4499;
    case 4500:
        x += 4500;
    case 4501:
        x += 4501;
    case 4502:
        x += 4502;
    case 4503:
        x += 4503;
    case 4504:
        x += 4504;
    case 4505:
        x += 4505;
    case 4506:
        x += 4506;
    case 4507:
        x += 4507;
    case 4508:
        x += 4508;
    case 4509:
        x += 4509;
    case 4510:
        x += 4510;
    case 4511:
        x += 4511;
    case 4512:
        x += 4512;
    case 4513:
        x += 4513;
    case 4514:
        x += 4514;
    case 4515:
        x += 4515;
    case 4516:
        x += 4516;
    case 4517:
        x += 4517;
    case 4518:
        x += 4518;
    case 4519:
        x += 4519;
    case 4520:
        x += 4520;
    case 4521:
        x += 4521;
    case 4522:
        x += 4522;
    case 4523:
        x += 4523;
    case 4524:
        x += 4524;
    case 4525:
        x += 4525;
    case 4526:
        x += 4526;
    case 4527:
        x += 4527;
    case 4528:
        x += 4528;
    case 4529:
        x += 4529;
    case 4530:
        x += 4530;
    case 4531:
        x += 4531;
    case 4532:
        x += 4532;
    case 4533:
        x += 4533;
    case 4534:
        x += 4534;
    case 4535:
        x += 4535;
    case 4536:
        x += 4536;
    case 4537:
        x += 4537;
    case 4538:
        x += 4538;
    case 4539:
        x += 4539;
    case 4540:
        x += 4540;
    case 4541:
        x += 4541;
    case 4542:
        x += 4542;
    case 4543:
        x += 4543;
    case 4544:
        x += 4544;
    case 4545:
        x += 4545;
    case 4546:
        x += 4546;
    case 4547:
        x += 4547;
    case 4548:
        x += 4548;
    case 4549:
        x += 4549;
    case 4550:
        x += 4550;
    case 4551:
        x += 4551;
    case 4552:
        x += 4552;
    case 4553:
        x += 4553;
    case 4554:
        x += 4554;
    case 4555:
        x += 4555;
    case 4556:
        x += 4556;
    case 4557:
        x += 4557;
    case 4558:
        x += 4558;
    case 4559:
        x += 4559;
    case 4560:
        x += 4560;
    case 4561:
        x += 4561;
    case 4562:
        x += 4562;
    case 4563:
        x += 4563;
    case 4564:
        x += 4564;
    case 4565:
        x += 4565;
    case 4566:
        x += 4566;
    case 4567:
        x += 4567;
    case 4568:
        x += 4568;
    case 4569:
        x += 4569;
    case 4570:
        x += 4570;
    case 4571:
        x += 4571;
    case 4572:
        x += 4572;
    case 4573:
        x += 4573;
    case 4574:
        x += 4574;
    case 4575:
        x += 4575;
    case 4576:
        x += 4576;
    case 4577:
        x += 4577;
    case 4578:
        x += 4578;
    case 4579:
        x += 4579;
    case 4580:
        x += 4580;
    case 4581:
        x += 4581;
    case 4582:
        x += 4582;
    case 4583:
        x += 4583;
    case 4584:
        x += 4584;
    case 4585:
        x += 4585;
    case 4586:
        x += 4586;
    case 4587:
        x += 4587;
    case 4588:
        x += 4588;
    case 4589:
        x += 4589;
    case 4590:
        x += 4590;
    case 4591:
        x += 4591;
    case 4592:
        x += 4592;
    case 4593:
        x += 4593;
    case 4594:
        x += 4594;
    case 4595:
        x += 4595;
    case 4596:
        x += 4596;
    case 4597:
        x += 4597;
    case 4598:
        x += 4598;
    case 4599:
        x += 4599;
    case 4600:
        x += 4600;
    case 4601:
        x += 4601;
    case 4602:
        x += 4602;
    case 4603:
        x += 4603;
    case 4604:
        x += 4604;
    case 4605:
        x += 4605;
    case 4606:
        x += 4606;
    case 4607:
        x += 4607;
    case 4608:
        x += 4608;
    case 4609:
        x += 4609;
    case 4610:
        x += 4610;
    case 4611:
        x += 4611;
    case 4612:
        x += 4612;
    case 4613:
        x += 4613;
    case 4614:
        x += 4614;
    case 4615:
        x += 4615;
    case 4616:
        x += 4616;
    case 4617:
        x += 4617;
    case 4618:
        x += 4618;
    case 4619:
        x += 4619;
    case 4620:
        x += 4620;
    case 4621:
        x += 4621;
    case 4622:
        x += 4622;
    case 4623:
        x += 4623;
    case 4624:
        x += 4624;
    case 4625:
        x += 4625;
    case 4626:
        x += 4626;
    case 4627:
        x += 4627;
    case 4628:
        x += 4628;
    case 4629:
        x += 4629;
    case 4630:
        x += 4630;
    case 4631:
        x += 4631;
    case 4632:
        x += 4632;
    case 4633:
        x += 4633;
    case 4634:
        x += 4634;
    case 4635:
        x += 4635;
    case 4636:
        x += 4636;
    case 4637:
        x += 4637;
    case 4638:
        x += 4638;
    case 4639:
        x += 4639;
    case 4640:
        x += 4640;
    case 4641:
        x += 4641;
    case 4642:
        x += 4642;
    case 4643:
        x += 4643;
    case 4644:
        x += 4644;
    case 4645:
        x += 4645;
    case 4646:
        x += 4646;
    case 4647:
        x += 4647;
    case 4648:
        x += 4648;
    case 4649:
        x += 4649;
    case 4650:
        x += 4650;
    case 4651:
        x += 4651;
    case 4652:
        x += 4652;
    case 4653:
        x += 4653;
    case 4654:
        x += 4654;
    case 4655:
        x += 4655;
    case 4656:
        x += 4656;
    case 4657:
        x += 4657;
    case 4658:
        x += 4658;
    case 4659:
        x += 4659;
    case 4660:
        x += 4660;
    case 4661:
        x += 4661;
    case 4662:
        x += 4662;
    case 4663:
        x += 4663;
    case 4664:
        x += 4664;
    case 4665:
        x += 4665;
    case 4666:
        x += 4666;
    case 4667:
        x += 4667;
    case 4668:
        x += 4668;
    case 4669:
        x += 4669;
    case 4670:
        x += 4670;
    case 4671:
        x += 4671;
    case 4672:
        x += 4672;
    case 4673:
        x += 4673;
    case 4674:
        x += 4674;
    case 4675:
        x += 4675;
    case 4676:
        x += 4676;
    case 4677:
        x += 4677;
    case 4678:
        x += 4678;
    case 4679:
        x += 4679;
    case 4680:
        x += 4680;
    case 4681:
        x += 4681;
    case 4682:
        x += 4682;
    case 4683:
        x += 4683;
    case 4684:
        x += 4684;
    case 4685:
        x += 4685;
    case 4686:
        x += 4686;
    case 4687:
        x += 4687;
    case 4688:
        x += 4688;
    case 4689:
        x += 4689;
    case 4690:
        x += 4690;
    case 4691:
        x += 4691;
    case 4692:
        x += 4692;
    case 4693:
        x += 4693;
    case 4694:
        x += 4694;
    case 4695:
        x += 4695;
    case 4696:
        x += 4696;
    case 4697:
        x += 4697;
    case 4698:
        x += 4698;
    case 4699:
        x += 4699;
    case 4700:
        x += 4700;
    case 4701:
        x += 4701;
    case 4702:
        x += 4702;
    case 4703:
        x += 4703;
    case 4704:
        x += 4704;
    case 4705:
        x += 4705;
    case 4706:
        x += 4706;
    case 4707:
        x += 4707;
    case 4708:
        x += 4708;
    case 4709:
        x += 4709;
    case 4710:
        x += 4710;
    case 4711:
        x += 4711;
    case 4712:
        x += 4712;
    case 4713:
        x += 4713;
    case 4714:
        x += 4714;
    case 4715:
        x += 4715;
    case 4716:
        x += 4716;
    case 4717:
        x += 4717;
    case 4718:
        x += 4718;
    case 4719:
        x += 4719;
    case 4720:
        x += 4720;
    case 4721:
        x += 4721;
    case 4722:
        x += 4722;
    case 4723:
        x += 4723;
    case 4724:
        x += 4724;
    case 4725:
        x += 4725;
    case 4726:
        x += 4726;
    case 4727:
        x += 4727;
    case 4728:
        x += 4728;
    case 4729:
        x += 4729;
    case 4730:
        x += 4730;
    case 4731:
        x += 4731;
    case 4732:
        x += 4732;
    case 4733:
        x += 4733;
    case 4734:
        x += 4734;
    case 4735:
        x += 4735;
    case 4736:
        x += 4736;
    case 4737:
        x += 4737;
    case 4738:
        x += 4738;
    case 4739:
        x += 4739;
    case 4740:
        x += 4740;
    case 4741:
        x += 4741;
    case 4742:
        x += 4742;
    case 4743:
        x += 4743;
    case 4744:
        x += 4744;
    case 4745:
        x += 4745;
    case 4746:
        x += 4746;
    case 4747:
        x += 4747;
    case 4748:
        x += 4748;
    case 4749:
        x += 4749;
    case 4750:
        x += 4750;
    case 4751:
        x += 4751;
    case 4752:
        x += 4752;
    case 4753:
        x += 4753;
    case 4754:
        x += 4754;
    case 4755:
        x += 4755;
    case 4756:
        x += 4756;
    case 4757:
        x += 4757;
    case 4758:
        x += 4758;
    case 4759:
        x += 4759;
    case 4760:
        x += 4760;
    case 4761:
        x += 4761;
    case 4762:
        x += 4762;
    case 4763:
        x += 4763;
    case 4764:
        x += 4764;
    case 4765:
        x += 4765;
    case 4766:
        x += 4766;
    case 4767:
        x += 4767;
    case 4768:
        x += 4768;
    case 4769:
        x += 4769;
    case 4770:
        x += 4770;
    case 4771:
        x += 4771;
    case 4772:
        x += 4772;
    case 4773:
        x += 4773;
    case 4774:
        x += 4774;
    case 4775:
        x += 4775;
    case 4776:
        x += 4776;
    case 4777:
        x += 4777;
    case 4778:
        x += 4778;
    case 4779:
        x += 4779;
    case 4780:
        x += 4780;
    case 4781:
        x += 4781;
    case 4782:
        x += 4782;
    case 4783:
        x += 4783;
    case 4784:
        x += 4784;
    case 4785:
        x += 4785;
    case 4786:
        x += 4786;
    case 4787:
        x += 4787;
    case 4788:
        x += 4788;
    case 4789:
        x += 4789;
    case 4790:
        x += 4790;
    case 4791:
        x += 4791;
    case 4792:
        x += 4792;
    case 4793:
        x += 4793;
    case 4794:
        x += 4794;
    case 4795:
        x += 4795;
    case 4796:
        x += 4796;
    case 4797:
        x += 4797;
    case 4798:
        x += 4798;
    case 4799:
        x += 4799;
    case 4800:
        x += 4800;
    case 4801:
        x += 4801;
    case 4802:
        x += 4802;
    case 4803:
        x += 4803;
    case 4804:
        x += 4804;
    case 4805:
        x += 4805;
    case 4806:
        x += 4806;
    case 4807:
        x += 4807;
    case 4808:
        x += 4808;
    case 4809:
        x += 4809;
    case 4810:
        x += 4810;
    case 4811:
        x += 4811;
    case 4812:
        x += 4812;
    case 4813:
        x += 4813;
    case 4814:
        x += 4814;
    case 4815:
        x += 4815;
    case 4816:
        x += 4816;
    case 4817:
        x += 4817;
    case 4818:
        x += 4818;
    case 4819:
        x += 4819;
    case 4820:
        x += 4820;
    case 4821:
        x += 4821;
    case 4822:
        x += 4822;
    case 4823:
        x += 4823;
    case 4824:
        x += 4824;
    case 4825:
        x += 4825;
    case 4826:
        x += 4826;
    case 4827:
        x += 4827;
    case 4828:
        x += 4828;
    case 4829:
        x += 4829;
    case 4830:
        x += 4830;
    case 4831:
        x += 4831;
    case 4832:
        x += 4832;
    case 4833:
        x += 4833;
    case 4834:
        x += 4834;
    case 4835:
        x += 4835;
    case 4836:
        x += 4836;
    case 4837:
        x += 4837;
    case 4838:
        x += 4838;
    case 4839:
        x += 4839;
    case 4840:
        x += 4840;
    case 4841:
        x += 4841;
    case 4842:
        x += 4842;
    case 4843:
        x += 4843;
    case 4844:
        x += 4844;
    case 4845:
        x += 4845;
    case 4846:
        x += 4846;
    case 4847:
        x += 4847;
    case 4848:
        x += 4848;
    case 4849:
        x += 4849;
    case 4850:
        x += 4850;
    case 4851:
        x += 4851;
    case 4852:
        x += 4852;
    case 4853:
        x += 4853;
    case 4854:
        x += 4854;
    case 4855:
        x += 4855;
    case 4856:
        x += 4856;
    case 4857:
        x += 4857;
    case 4858:
        x += 4858;
    case 4859:
        x += 4859;
    case 4860:
        x += 4860;
    case 4861:
        x += 4861;
    case 4862:
        x += 4862;
    case 4863:
        x += 4863;
    case 4864:
        x += 4864;
    case 4865:
        x += 4865;
    case 4866:
        x += 4866;
    case 4867:
        x += 4867;
    case 4868:
        x += 4868;
    case 4869:
        x += 4869;
    case 4870:
        x += 4870;
    case 4871:
        x += 4871;
    case 4872:
        x += 4872;
    case 4873:
        x += 4873;
    case 4874:
        x += 4874;
    case 4875:
        x += 4875;
    case 4876:
        x += 4876;
    case 4877:
        x += 4877;
    case 4878:
        x += 4878;
    case 4879:
        x += 4879;
    case 4880:
        x += 4880;
    case 4881:
        x += 4881;
    case 4882:
        x += 4882;
    case 4883:
        x += 4883;
    case 4884:
        x += 4884;
    case 4885:
        x += 4885;
    case 4886:
        x += 4886;
    case 4887:
        x += 4887;
    case 4888:
        x += 4888;
    case 4889:
        x += 4889;
    case 4890:
        x += 4890;
    case 4891:
        x += 4891;
    case 4892:
        x += 4892;
    case 4893:
        x += 4893;
    case 4894:
        x += 4894;
    case 4895:
        x += 4895;
    case 4896:
        x += 4896;
    case 4897:
        x += 4897;
    case 4898:
        x += 4898;
    case 4899:
        x += 4899;
    case 4900:
        x += 4900;
    case 4901:
        x += 4901;
    case 4902:
        x += 4902;
    case 4903:
        x += 4903;
    case 4904:
        x += 4904;
    case 4905:
        x += 4905;
    case 4906:
        x += 4906;
    case 4907:
        x += 4907;
    case 4908:
        x += 4908;
    case 4909:
        x += 4909;
    case 4910:
        x += 4910;
    case 4911:
        x += 4911;
    case 4912:
        x += 4912;
    case 4913:
        x += 4913;
    case 4914:
        x += 4914;
    case 4915:
        x += 4915;
    case 4916:
        x += 4916;
    case 4917:
        x += 4917;
    case 4918:
        x += 4918;
    case 4919:
        x += 4919;
    case 4920:
        x += 4920;
    case 4921:
        x += 4921;
    case 4922:
        x += 4922;
    case 4923:
        x += 4923;
    case 4924:
        x += 4924;
    case 4925:
        x += 4925;
    case 4926:
        x += 4926;
    case 4927:
        x += 4927;
    case 4928:
        x += 4928;
    case 4929:
        x += 4929;
    case 4930:
        x += 4930;
    case 4931:
        x += 4931;
    case 4932:
        x += 4932;
    case 4933:
        x += 4933;
    case 4934:
        x += 4934;
    case 4935:
        x += 4935;
    case 4936:
        x += 4936;
    case 4937:
        x += 4937;
    case 4938:
        x += 4938;
    case 4939:
        x += 4939;
    case 4940:
        x += 4940;
    case 4941:
        x += 4941;
    case 4942:
        x += 4942;
    case 4943:
        x += 4943;
    case 4944:
        x += 4944;
    case 4945:
        x += 4945;
    case 4946:
        x += 4946;
    case 4947:
        x += 4947;
    case 4948:
        x += 4948;
    case 4949:
        x += 4949;
    case 4950:
        x += 4950;
    case 4951:
        x += 4951;
    case 4952:
        x += 4952;
    case 4953:
        x += 4953;
    case 4954:
        x += 4954;
    case 4955:
        x += 4955;
    case 4956:
        x += 4956;
    case 4957:
        x += 4957;
    case 4958:
        x += 4958;
    case 4959:
        x += 4959;
    case 4960:
        x += 4960;
    case 4961:
        x += 4961;
    case 4962:
        x += 4962;
    case 4963:
        x += 4963;
    case 4964:
        x += 4964;
    case 4965:
        x += 4965;
    case 4966:
        x += 4966;
    case 4967:
        x += 4967;
    case 4968:
        x += 4968;
    case 4969:
        x += 4969;
    case 4970:
        x += 4970;
    case 4971:
        x += 4971;
    case 4972:
        x += 4972;
    case 4973:
        x += 4973;
    case 4974:
        x += 4974;
    case 4975:
        x += 4975;
    case 4976:
        x += 4976;
    case 4977:
        x += 4977;
    case 4978:
        x += 4978;
    case 4979:
        x += 4979;
    case 4980:
        x += 4980;
    case 4981:
        x += 4981;
    case 4982:
        x += 4982;
    case 4983:
        x += 4983;
    case 4984:
        x += 4984;
    case 4985:
        x += 4985;
    case 4986:
        x += 4986;
    case 4987:
        x += 4987;
    case 4988:
        x += 4988;
    case 4989:
        x += 4989;
    case 4990:
        x += 4990;
    case 4991:
        x += 4991;
    case 4992:
        x += 4992;
    case 4993:
        x += 4993;
    case 4994:
        x += 4994;
    case 4995:
        x += 4995;
    case 4996:
        x += 4996;
    case 4997:
        x += 4997;
    case 4998:
        x += 4998;
    case 4999:
        x += 4999;
    }
    return x;
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
