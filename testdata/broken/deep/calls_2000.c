static int f0(int x)
{
    return x;
}
static int f1(int x)
{
    return f0(x + 1);
}
static int f2(int x)
{
    return f1(x + 1);
}
static int f3(int x)
{
    return f2(x + 1);
}
static int f4(int x)
{
    return f3(x + 1);
}
static int f5(int x)
{
    return f4(x + 1);
}
static int f6(int x)
{
    return f5(x + 1);
}
static int f7(int x)
{
    return f6(x + 1);
}
static int f8(int x)
{
    return f7(x + 1);
}
static int f9(int x)
{
    return f8(x + 1);
}
static int f10(int x)
{
    return f9(x + 1);
}
static int f11(int x)
{
    return f10(x + 1);
}
static int f12(int x)
{
    return f11(x + 1);
}
static int f13(int x)
{
    return f12(x + 1);
}
static int f14(int x)
{
    return f13(x + 1);
}
static int f15(int x)
{
    return f14(x + 1);
}
static int f16(int x)
{
    return f15(x + 1);
}
static int f17(int x)
{
    return f16(x + 1);
}
static int f18(int x)
{
    return f17(x + 1);
}
static int f19(int x)
{
    return f18(x + 1);
}
static int f20(int x)
{
    return f19(x + 1);
}
static int f21(int x)
{
    return f20(x + 1);
}
static int f22(int x)
{
    return f21(x + 1);
}
static int f23(int x)
{
    return f22(x + 1);
}
static int f24(int x)
{
    return f23(x + 1);
}
static int f25(int x)
{
    return f24(x + 1);
}
static int f26(int x)
{
    return f25(x + 1);
}
static int f27(int x)
{
    return f26(x + 1);
}
static int f28(int x)
{
    return f27(x + 1);
}
static int f29(int x)
{
    return f28(x + 1);
}
static int f30(int x)
{
    return f29(x + 1);
}
static int f31(int x)
{
    return f30(x + 1);
}
static int f32(int x)
{
    return f31(x + 1);
}
static int f33(int x)
{
    return f32(x + 1);
}
static int f34(int x)
{
    return f33(x + 1);
}
static int f35(int x)
{
    return f34(x + 1);
}
static int f36(int x)
{
    return f35(x + 1);
}
static int f37(int x)
{
    return f36(x + 1);
}
static int f38(int x)
{
    return f37(x + 1);
}
static int f39(int x)
{
    return f38(x + 1);
}
static int f40(int x)
{
    return f39(x + 1);
}
static int f41(int x)
{
    return f40(x + 1);
}
static int f42(int x)
{
    return f41(x + 1);
}
static int f43(int x)
{
    return f42(x + 1);
}
static int f44(int x)
{
    return f43(x + 1);
}
static int f45(int x)
{
    return f44(x + 1);
}
static int f46(int x)
{
    return f45(x + 1);
}
static int f47(int x)
{
    return f46(x + 1);
}
static int f48(int x)
{
    return f47(x + 1);
}
static int f49(int x)
{
    return f48(x + 1);
}
static int f50(int x)
{
    return f49(x + 1);
}
static int f51(int x)
{
    return f50(x + 1);
}
static int f52(int x)
{
    return f51(x + 1);
}
static int f53(int x)
{
    return f52(x + 1);
}
static int f54(int x)
{
    return f53(x + 1);
}
static int f55(int x)
{
    return f54(x + 1);
}
static int f56(int x)
{
    return f55(x + 1);
}
static int f57(int x)
{
    return f56(x + 1);
}
static int f58(int x)
{
    return f57(x + 1);
}
static int f59(int x)
{
    return f58(x + 1);
}
static int f60(int x)
{
    return f59(x + 1);
}
static int f61(int x)
{
    return f60(x + 1);
}
static int f62(int x)
{
    return f61(x + 1);
}
static int f63(int x)
{
    return f62(x + 1);
}
static int f64(int x)
{
    return f63(x + 1);
}
static int f65(int x)
{
    return f64(x + 1);
}
static int f66(int x)
{
    return f65(x + 1);
}
static int f67(int x)
{
    return f66(x + 1);
}
static int f68(int x)
{
    return f67(x + 1);
}
static int f69(int x)
{
    return f68(x + 1);
}
static int f70(int x)
{
    return f69(x + 1);
}
static int f71(int x)
{
    return f70(x + 1);
}
static int f72(int x)
{
    return f71(x + 1);
}
static int f73(int x)
{
    return f72(x + 1);
}
static int f74(int x)
{
    return f73(x + 1);
}
static int f75(int x)
{
    return f74(x + 1);
}
static int f76(int x)
{
    return f75(x + 1);
}
static int f77(int x)
{
    return f76(x + 1);
}
static int f78(int x)
{
    return f77(x + 1);
}
static int f79(int x)
{
    return f78(x + 1);
}
static int f80(int x)
{
    return f79(x + 1);
}
static int f81(int x)
{
    return f80(x + 1);
}
static int f82(int x)
{
    return f81(x + 1);
}
static int f83(int x)
{
    return f82(x + 1);
}
static int f84(int x)
{
    return f83(x + 1);
}
static int f85(int x)
{
    return f84(x + 1);
}
static int f86(int x)
{
    return f85(x + 1);
}
static int f87(int x)
{
    return f86(x + 1);
}
static int f88(int x)
{
    return f87(x + 1);
}
static int f89(int x)
{
    return f88(x + 1);
}
static int f90(int x)
{
    return f89(x + 1);
}
static int f91(int x)
{
    return f90(x + 1);
}
static int f92(int x)
{
    return f91(x + 1);
}
static int f93(int x)
{
    return f92(x + 1);
}
static int f94(int x)
{
    return f93(x + 1);
}
static int f95(int x)
{
    return f94(x + 1);
}
static int f96(int x)
{
    return f95(x + 1);
}
static int f97(int x)
{
    return f96(x + 1);
}
static int f98(int x)
{
    return f97(x + 1);
}
static int f99(int x)
{
    return f98(x + 1);
}
static int f100(int x)
{
    return f99(x + 1);
}
static int f101(int x)
{
    return f100(x + 1);
}
static int f102(int x)
{
    return f101(x + 1);
}
static int f103(int x)
{
    return f102(x + 1);
}
static int f104(int x)
{
    return f103(x + 1);
}
static int f105(int x)
{
    return f104(x + 1);
}
static int f106(int x)
{
    return f105(x + 1);
}
static int f107(int x)
{
    return f106(x + 1);
}
static int f108(int x)
{
    return f107(x + 1);
}
static int f109(int x)
{
    return f108(x + 1);
}
static int f110(int x)
{
    return f109(x + 1);
}
static int f111(int x)
{
    return f110(x + 1);
}
static int f112(int x)
{
    return f111(x + 1);
}
static int f113(int x)
{
    return f112(x + 1);
}
static int f114(int x)
{
    return f113(x + 1);
}
static int f115(int x)
{
    return f114(x + 1);
}
static int f116(int x)
{
    return f115(x + 1);
}
static int f117(int x)
{
    return f116(x + 1);
}
static int f118(int x)
{
    return f117(x + 1);
}
static int f119(int x)
{
    return f118(x + 1);
}
static int f120(int x)
{
    return f119(x + 1);
}
static int f121(int x)
{
    return f120(x + 1);
}
static int f122(int x)
{
    return f121(x + 1);
}
static int f123(int x)
{
    return f122(x + 1);
}
static int f124(int x)
{
    return f123(x + 1);
}
static int f125(int x)
{
    return f124(x + 1);
}
static int f126(int x)
{
    return f125(x + 1);
}
static int f127(int x)
{
    return f126(x + 1);
}
static int f128(int x)
{
    return f127(x + 1);
}
static int f129(int x)
{
    return f128(x + 1);
}
static int f130(int x)
{
    return f129(x + 1);
}
static int f131(int x)
{
    return f130(x + 1);
}
static int f132(int x)
{
    return f131(x + 1);
}
static int f133(int x)
{
    return f132(x + 1);
}
static int f134(int x)
{
    return f133(x + 1);
}
static int f135(int x)
{
    return f134(x + 1);
}
static int f136(int x)
{
    return f135(x + 1);
}
static int f137(int x)
{
    return f136(x + 1);
}
static int f138(int x)
{
    return f137(x + 1);
}
static int f139(int x)
{
    return f138(x + 1);
}
static int f140(int x)
{
    return f139(x + 1);
}
static int f141(int x)
{
    return f140(x + 1);
}
static int f142(int x)
{
    return f141(x + 1);
}
static int f143(int x)
{
    return f142(x + 1);
}
static int f144(int x)
{
    return f143(x + 1);
}
static int f145(int x)
{
    return f144(x + 1);
}
static int f146(int x)
{
    return f145(x + 1);
}
static int f147(int x)
{
    return f146(x + 1);
}
static int f148(int x)
{
    return f147(x + 1);
}
static int f149(int x)
{
    return f148(x + 1);
}
static int f150(int x)
{
    return f149(x + 1);
}
static int f151(int x)
{
    return f150(x + 1);
}
static int f152(int x)
{
    return f151(x + 1);
}
static int f153(int x)
{
    return f152(x + 1);
}
static int f154(int x)
{
    return f153(x + 1);
}
static int f155(int x)
{
    return f154(x + 1);
}
static int f156(int x)
{
    return f155(x + 1);
}
static int f157(int x)
{
    return f156(x + 1);
}
static int f158(int x)
{
    return f157(x + 1);
}
static int f159(int x)
{
    return f158(x + 1);
}
static int f160(int x)
{
    return f159(x + 1);
}
static int f161(int x)
{
    return f160(x + 1);
}
static int f162(int x)
{
    return f161(x + 1);
}
static int f163(int x)
{
    return f162(x + 1);
}
static int f164(int x)
{
    return f163(x + 1);
}
static int f165(int x)
{
    return f164(x + 1);
}
static int f166(int x)
{
    return f165(x + 1);
}
static int f167(int x)
{
    return f166(x + 1);
}
static int f168(int x)
{
    return f167(x + 1);
}
static int f169(int x)
{
    return f168(x + 1);
}
static int f170(int x)
{
    return f169(x + 1);
}
static int f171(int x)
{
    return f170(x + 1);
}
static int f172(int x)
{
    return f171(x + 1);
}
static int f173(int x)
{
    return f172(x + 1);
}
static int f174(int x)
{
    return f173(x + 1);
}
static int f175(int x)
{
    return f174(x + 1);
}
static int f176(int x)
{
    return f175(x + 1);
}
static int f177(int x)
{
    return f176(x + 1);
}
static int f178(int x)
{
    return f177(x + 1);
}
static int f179(int x)
{
    return f178(x + 1);
}
static int f180(int x)
{
    return f179(x + 1);
}
static int f181(int x)
{
    return f180(x + 1);
}
static int f182(int x)
{
    return f181(x + 1);
}
static int f183(int x)
{
    return f182(x + 1);
}
static int f184(int x)
{
    return f183(x + 1);
}
static int f185(int x)
{
    return f184(x + 1);
}
static int f186(int x)
{
    return f185(x + 1);
}
static int f187(int x)
{
    return f186(x + 1);
}
static int f188(int x)
{
    return f187(x + 1);
}
static int f189(int x)
{
    return f188(x + 1);
}
static int f190(int x)
{
    return f189(x + 1);
}
static int f191(int x)
{
    return f190(x + 1);
}
static int f192(int x)
{
    return f191(x + 1);
}
static int f193(int x)
{
    return f192(x + 1);
}
static int f194(int x)
{
    return f193(x + 1);
}
static int f195(int x)
{
    return f194(x + 1);
}
static int f196(int x)
{
    return f195(x + 1);
}
static int f197(int x)
{
    return f196(x + 1);
}
static int f198(int x)
{
    return f197(x + 1);
}
static int f199(int x)
{
    return f198(x + 1);
}
static int f200(int x)
{
    return f199(x + 1);
}
static int f201(int x)
{
    return f200(x + 1);
}
static int f202(int x)
{
    return f201(x + 1);
}
static int f203(int x)
{
    return f202(x + 1);
}
static int f204(int x)
{
    return f203(x + 1);
}
static int f205(int x)
{
    return f204(x + 1);
}
static int f206(int x)
{
    return f205(x + 1);
}
static int f207(int x)
{
    return f206(x + 1);
}
static int f208(int x)
{
    return f207(x + 1);
}
static int f209(int x)
{
    return f208(x + 1);
}
static int f210(int x)
{
    return f209(x + 1);
}
static int f211(int x)
{
    return f210(x + 1);
}
static int f212(int x)
{
    return f211(x + 1);
}
static int f213(int x)
{
    return f212(x + 1);
}
static int f214(int x)
{
    return f213(x + 1);
}
static int f215(int x)
{
    return f214(x + 1);
}
static int f216(int x)
{
    return f215(x + 1);
}
static int f217(int x)
{
    return f216(x + 1);
}
static int f218(int x)
{
    return f217(x + 1);
}
static int f219(int x)
{
    return f218(x + 1);
}
static int f220(int x)
{
    return f219(x + 1);
}
static int f221(int x)
{
    return f220(x + 1);
}
static int f222(int x)
{
    return f221(x + 1);
}
static int f223(int x)
{
    return f222(x + 1);
}
static int f224(int x)
{
    return f223(x + 1);
}
static int f225(int x)
{
    return f224(x + 1);
}
static int f226(int x)
{
    return f225(x + 1);
}
static int f227(int x)
{
    return f226(x + 1);
}
static int f228(int x)
{
    return f227(x + 1);
}
static int f229(int x)
{
    return f228(x + 1);
}
static int f230(int x)
{
    return f229(x + 1);
}
static int f231(int x)
{
    return f230(x + 1);
}
static int f232(int x)
{
    return f231(x + 1);
}
static int f233(int x)
{
    return f232(x + 1);
}
static int f234(int x)
{
    return f233(x + 1);
}
static int f235(int x)
{
    return f234(x + 1);
}
static int f236(int x)
{
    return f235(x + 1);
}
static int f237(int x)
{
    return f236(x + 1);
}
static int f238(int x)
{
    return f237(x + 1);
}
static int f239(int x)
{
    return f238(x + 1);
}
static int f240(int x)
{
    return f239(x + 1);
}
static int f241(int x)
{
    return f240(x + 1);
}
static int f242(int x)
{
    return f241(x + 1);
}
static int f243(int x)
{
    return f242(x + 1);
}
static int f244(int x)
{
    return f243(x + 1);
}
static int f245(int x)
{
    return f244(x + 1);
}
static int f246(int x)
{
    return f245(x + 1);
}
static int f247(int x)
{
    return f246(x + 1);
}
static int f248(int x)
{
    return f247(x + 1);
}
static int f249(int x)
{
    return f248(x + 1);
}
static int f250(int x)
{
    return f249(x + 1);
}
static int f251(int x)
{
    return f250(x + 1);
}
static int f252(int x)
{
    return f251(x + 1);
}
static int f253(int x)
{
    return f252(x + 1);
}
static int f254(int x)
{
    return f253(x + 1);
}
static int f255(int x)
{
    return f254(x + 1);
}
static int f256(int x)
{
    return f255(x + 1);
}
static int f257(int x)
{
    return f256(x + 1);
}
static int f258(int x)
{
    return f257(x + 1);
}
static int f259(int x)
{
    return f258(x + 1);
}
static int f260(int x)
{
    return f259(x + 1);
}
static int f261(int x)
{
    return f260(x + 1);
}
static int f262(int x)
{
    return f261(x + 1);
}
static int f263(int x)
{
    return f262(x + 1);
}
static int f264(int x)
{
    return f263(x + 1);
}
static int f265(int x)
{
    return f264(x + 1);
}
static int f266(int x)
{
    return f265(x + 1);
}
static int f267(int x)
{
    return f266(x + 1);
}
static int f268(int x)
{
    return f267(x + 1);
}
static int f269(int x)
{
    return f268(x + 1);
}
static int f270(int x)
{
    return f269(x + 1);
}
static int f271(int x)
{
    return f270(x + 1);
}
static int f272(int x)
{
    return f271(x + 1);
}
static int f273(int x)
{
    return f272(x + 1);
}
static int f274(int x)
{
    return f273(x + 1);
}
static int f275(int x)
{
    return f274(x + 1);
}
static int f276(int x)
{
    return f275(x + 1);
}
static int f277(int x)
{
    return f276(x + 1);
}
static int f278(int x)
{
    return f277(x + 1);
}
static int f279(int x)
{
    return f278(x + 1);
}
static int f280(int x)
{
    return f279(x + 1);
}
static int f281(int x)
{
    return f280(x + 1);
}
static int f282(int x)
{
    return f281(x + 1);
}
static int f283(int x)
{
    return f282(x + 1);
}
static int f284(int x)
{
    return f283(x + 1);
}
static int f285(int x)
{
    return f284(x + 1);
}
static int f286(int x)
{
    return f285(x + 1);
}
static int f287(int x)
{
    return f286(x + 1);
}
static int f288(int x)
{
    return f287(x + 1);
}
static int f289(int x)
{
    return f288(x + 1);
}
static int f290(int x)
{
    return f289(x + 1);
}
static int f291(int x)
{
    return f290(x + 1);
}
static int f292(int x)
{
    return f291(x + 1);
}
static int f293(int x)
{
    return f292(x + 1);
}
static int f294(int x)
{
    return f293(x + 1);
}
static int f295(int x)
{
    return f294(x + 1);
}
static int f296(int x)
{
    return f295(x + 1);
}
static int f297(int x)
{
    return f296(x + 1);
}
static int f298(int x)
{
    return f297(x + 1);
}
static int f299(int x)
{
    return f298(x + 1);
}
static int f300(int x)
{
    return f299(x + 1);
}
static int f301(int x)
{
    return f300(x + 1);
}
static int f302(int x)
{
    return f301(x + 1);
}
static int f303(int x)
{
    return f302(x + 1);
}
static int f304(int x)
{
    return f303(x + 1);
}
static int f305(int x)
{
    return f304(x + 1);
}
static int f306(int x)
{
    return f305(x + 1);
}
static int f307(int x)
{
    return f306(x + 1);
}
static int f308(int x)
{
    return f307(x + 1);
}
static int f309(int x)
{
    return f308(x + 1);
}
static int f310(int x)
{
    return f309(x + 1);
}
static int f311(int x)
{
    return f310(x + 1);
}
static int f312(int x)
{
    return f311(x + 1);
}
static int f313(int x)
{
    return f312(x + 1);
}
static int f314(int x)
{
    return f313(x + 1);
}
static int f315(int x)
{
    return f314(x + 1);
}
static int f316(int x)
{
    return f315(x + 1);
}
static int f317(int x)
{
    return f316(x + 1);
}
static int f318(int x)
{
    return f317(x + 1);
}
static int f319(int x)
{
    return f318(x + 1);
}
static int f320(int x)
{
    return f319(x + 1);
}
static int f321(int x)
{
    return f320(x + 1);
}
static int f322(int x)
{
    return f321(x + 1);
}
static int f323(int x)
{
    return f322(x + 1);
}
static int f324(int x)
{
    return f323(x + 1);
}
static int f325(int x)
{
    return f324(x + 1);
}
static int f326(int x)
{
    return f325(x + 1);
}
static int f327(int x)
{
    return f326(x + 1);
}
static int f328(int x)
{
    return f327(x + 1);
}
static int f329(int x)
{
    return f328(x + 1);
}
static int f330(int x)
{
    return f329(x + 1);
}
static int f331(int x)
{
    return f330(x + 1);
}
static int f332(int x)
{
    return f331(x + 1);
}
static int f333(int x)
{
    return f332(x + 1);
}
static int f334(int x)
{
    return f333(x + 1);
}
static int f335(int x)
{
    return f334(x + 1);
}
static int f336(int x)
{
    return f335(x + 1);
}
static int f337(int x)
{
    return f336(x + 1);
}
static int f338(int x)
{
    return f337(x + 1);
}
static int f339(int x)
{
    return f338(x + 1);
}
static int f340(int x)
{
    return f339(x + 1);
}
static int f341(int x)
{
    return f340(x + 1);
}
static int f342(int x)
{
    return f341(x + 1);
}
static int f343(int x)
{
    return f342(x + 1);
}
static int f344(int x)
{
    return f343(x + 1);
}
static int f345(int x)
{
    return f344(x + 1);
}
static int f346(int x)
{
    return f345(x + 1);
}
static int f347(int x)
{
    return f346(x + 1);
}
static int f348(int x)
{
    return f347(x + 1);
}
static int f349(int x)
{
    return f348(x + 1);
}
static int f350(int x)
{
    return f349(x + 1);
}
static int f351(int x)
{
    return f350(x + 1);
}
static int f352(int x)
{
    return f351(x + 1);
}
static int f353(int x)
{
    return f352(x + 1);
}
static int f354(int x)
{
    return f353(x + 1);
}
static int f355(int x)
{
    return f354(x + 1);
}
static int f356(int x)
{
    return f355(x + 1);
}
static int f357(int x)
{
    return f356(x + 1);
}
static int f358(int x)
{
    return f357(x + 1);
}
static int f359(int x)
{
    return f358(x + 1);
}
static int f360(int x)
{
    return f359(x + 1);
}
static int f361(int x)
{
    return f360(x + 1);
}
static int f362(int x)
{
    return f361(x + 1);
}
static int f363(int x)
{
    return f362(x + 1);
}
static int f364(int x)
{
    return f363(x + 1);
}
static int f365(int x)
{
    return f364(x + 1);
}
static int f366(int x)
{
    return f365(x + 1);
}
static int f367(int x)
{
    return f366(x + 1);
}
static int f368(int x)
{
    return f367(x + 1);
}
static int f369(int x)
{
    return f368(x + 1);
}
static int f370(int x)
{
    return f369(x + 1);
}
static int f371(int x)
{
    return f370(x + 1);
}
static int f372(int x)
{
    return f371(x + 1);
}
static int f373(int x)
{
    return f372(x + 1);
}
static int f374(int x)
{
    return f373(x + 1);
}
static int f375(int x)
{
    return f374(x + 1);
}
static int f376(int x)
{
    return f375(x + 1);
}
static int f377(int x)
{
    return f376(x + 1);
}
static int f378(int x)
{
    return f377(x + 1);
}
static int f379(int x)
{
    return f378(x + 1);
}
static int f380(int x)
{
    return f379(x + 1);
}
static int f381(int x)
{
    return f380(x + 1);
}
static int f382(int x)
{
    return f381(x + 1);
}
static int f383(int x)
{
    return f382(x + 1);
}
static int f384(int x)
{
    return f383(x + 1);
}
static int f385(int x)
{
    return f384(x + 1);
}
static int f386(int x)
{
    return f385(x + 1);
}
static int f387(int x)
{
    return f386(x + 1);
}
static int f388(int x)
{
    return f387(x + 1);
}
static int f389(int x)
{
    return f388(x + 1);
}
static int f390(int x)
{
    return f389(x + 1);
}
static int f391(int x)
{
    return f390(x + 1);
}
static int f392(int x)
{
    return f391(x + 1);
}
static int f393(int x)
{
    return f392(x + 1);
}
static int f394(int x)
{
    return f393(x + 1);
}
static int f395(int x)
{
    return f394(x + 1);
}
static int f396(int x)
{
    return f395(x + 1);
}
static int f397(int x)
{
    return f396(x + 1);
}
static int f398(int x)
{
    return f397(x + 1);
}
static int f399(int x)
{
    return f398(x + 1);
}
static int f400(int x)
{
    return f399(x + 1);
}
static int f401(int x)
{
    return f400(x + 1);
}
static int f402(int x)
{
    return f401(x + 1);
}
static int f403(int x)
{
    return f402(x + 1);
}
static int f404(int x)
{
    return f403(x + 1);
}
static int f405(int x)
{
    return f404(x + 1);
}
static int f406(int x)
{
    return f405(x + 1);
}
static int f407(int x)
{
    return f406(x + 1);
}
static int f408(int x)
{
    return f407(x + 1);
}
static int f409(int x)
{
    return f408(x + 1);
}
static int f410(int x)
{
    return f409(x + 1);
}
static int f411(int x)
{
    return f410(x + 1);
}
static int f412(int x)
{
    return f411(x + 1);
}
static int f413(int x)
{
    return f412(x + 1);
}
static int f414(int x)
{
    return f413(x + 1);
}
static int f415(int x)
{
    return f414(x + 1);
}
static int f416(int x)
{
    return f415(x + 1);
}
static int f417(int x)
{
    return f416(x + 1);
}
static int f418(int x)
{
    return f417(x + 1);
}
static int f419(int x)
{
    return f418(x + 1);
}
static int f420(int x)
{
    return f419(x + 1);
}
static int f421(int x)
{
    return f420(x + 1);
}
static int f422(int x)
{
    return f421(x + 1);
}
static int f423(int x)
{
    return f422(x + 1);
}
static int f424(int x)
{
    return f423(x + 1);
}
static int f425(int x)
{
    return f424(x + 1);
}
static int f426(int x)
{
    return f425(x + 1);
}
static int f427(int x)
{
    return f426(x + 1);
}
static int f428(int x)
{
    return f427(x + 1);
}
static int f429(int x)
{
    return f428(x + 1);
}
static int f430(int x)
{
    return f429(x + 1);
}
static int f431(int x)
{
    return f430(x + 1);
}
static int f432(int x)
{
    return f431(x + 1);
}
static int f433(int x)
{
    return f432(x + 1);
}
static int f434(int x)
{
    return f433(x + 1);
}
static int f435(int x)
{
    return f434(x + 1);
}
static int f436(int x)
{
    return f435(x + 1);
}
static int f437(int x)
{
    return f436(x + 1);
}
static int f438(int x)
{
    return f437(x + 1);
}
static int f439(int x)
{
    return f438(x + 1);
}
static int f440(int x)
{
    return f439(x + 1);
}
static int f441(int x)
{
    return f440(x + 1);
}
static int f442(int x)
{
    return f441(x + 1);
}
static int f443(int x)
{
    return f442(x + 1);
}
static int f444(int x)
{
    return f443(x + 1);
}
static int f445(int x)
{
    return f444(x + 1);
}
static int f446(int x)
{
    return f445(x + 1);
}
static int f447(int x)
{
    return f446(x + 1);
}
static int f448(int x)
{
    return f447(x + 1);
}
static int f449(int x)
{
    return f448(x + 1);
}
static int f450(int x)
{
    return f449(x + 1);
}
static int f451(int x)
{
    return f450(x + 1);
}
static int f452(int x)
{
    return f451(x + 1);
}
static int f453(int x)
{
    return f452(x + 1);
}
static int f454(int x)
{
    return f453(x + 1);
}
static int f455(int x)
{
    return f454(x + 1);
}
static int f456(int x)
{
    return f455(x + 1);
}
static int f457(int x)
{
    return f456(x + 1);
}
static int f458(int x)
{
    return f457(x + 1);
}
static int f459(int x)
{
    return f458(x + 1);
}
static int f460(int x)
{
    return f459(x + 1);
}
static int f461(int x)
{
    return f460(x + 1);
}
static int f462(int x)
{
    return f461(x + 1);
}
static int f463(int x)
{
    return f462(x + 1);
}
static int f464(int x)
{
    return f463(x + 1);
}
static int f465(int x)
{
    return f464(x + 1);
}
static int f466(int x)
{
    return f465(x + 1);
}
static int f467(int x)
{
    return f466(x + 1);
}
static int f468(int x)
{
    return f467(x + 1);
}
static int f469(int x)
{
    return f468(x + 1);
}
static int f470(int x)
{
    return f469(x + 1);
}
static int f471(int x)
{
    return f470(x + 1);
}
static int f472(int x)
{
    return f471(x + 1);
}
static int f473(int x)
{
    return f472(x + 1);
}
static int f474(int x)
{
    return f473(x + 1);
}
static int f475(int x)
{
    return f474(x + 1);
}
static int f476(int x)
{
    return f475(x + 1);
}
static int f477(int x)
{
    return f476(x + 1);
}
static int f478(int x)
{
    return f477(x + 1);
}
static int f479(int x)
{
    return f478(x + 1);
}
static int f480(int x)
{
    return f479(x + 1);
}
static int f481(int x)
{
    return f480(x + 1);
}
static int f482(int x)
{
    return f481(x + 1);
}
static int f483(int x)
{
    return f482(x + 1);
}
static int f484(int x)
{
    return f483(x + 1);
}
static int f485(int x)
{
    return f484(x + 1);
}
static int f486(int x)
{
    return f485(x + 1);
}
static int f487(int x)
{
    return f486(x + 1);
}
static int f488(int x)
{
    return f487(x + 1);
}
static int f489(int x)
{
    return f488(x + 1);
}
static int f490(int x)
{
    return f489(x + 1);
}
static int f491(int x)
{
    return f490(x + 1);
}
static int f492(int x)
{
    return f491(x + 1);
}
static int f493(int x)
{
    return f492(x + 1);
}
static int f494(int x)
{
    return f493(x + 1);
}
static int f495(int x)
{
    return f494(x + 1);
}
static int f496(int x)
{
    return f495(x + 1);
}
static int f497(int x)
{
    return f496(x + 1);
}
static int f498(int x)
{
    return f497(x + 1);
}
static int f499(int x)
{
    return f498(x + 1);
}
static int f500(int x)
{
    return f499(x + 1);
}
static int f501(int x)
{
    return f500(x + 1);
}
static int f502(int x)
{
    return f501(x + 1);
}
static int f503(int x)
{
    return f502(x + 1);
}
static int f504(int x)
{
    return f503(x + 1);
}
static int f505(int x)
{
    return f504(x + 1);
}
static int f506(int x)
{
    return f505(x + 1);
}
static int f507(int x)
{
    return f506(x + 1);
}
static int f508(int x)
{
    return f507(x + 1);
}
static int f509(int x)
{
    return f508(x + 1);
}
static int f510(int x)
{
    return f509(x + 1);
}
static int f511(int x)
{
    return f510(x + 1);
}
static int f512(int x)
{
    return f511(x + 1);
}
static int f513(int x)
{
    return f512(x + 1);
}
static int f514(int x)
{
    return f513(x + 1);
}
static int f515(int x)
{
    return f514(x + 1);
}
static int f516(int x)
{
    return f515(x + 1);
}
static int f517(int x)
{
    return f516(x + 1);
}
static int f518(int x)
{
    return f517(x + 1);
}
static int f519(int x)
{
    return f518(x + 1);
}
static int f520(int x)
{
    return f519(x + 1);
}
static int f521(int x)
{
    return f520(x + 1);
}
static int f522(int x)
{
    return f521(x + 1);
}
static int f523(int x)
{
    return f522(x + 1);
}
static int f524(int x)
{
    return f523(x + 1);
}
static int f525(int x)
{
    return f524(x + 1);
}
static int f526(int x)
{
    return f525(x + 1);
}
static int f527(int x)
{
    return f526(x + 1);
}
static int f528(int x)
{
    return f527(x + 1);
}
static int f529(int x)
{
    return f528(x + 1);
}
static int f530(int x)
{
    return f529(x + 1);
}
static int f531(int x)
{
    return f530(x + 1);
}
static int f532(int x)
{
    return f531(x + 1);
}
static int f533(int x)
{
    return f532(x + 1);
}
static int f534(int x)
{
    return f533(x + 1);
}
static int f535(int x)
{
    return f534(x + 1);
}
static int f536(int x)
{
    return f535(x + 1);
}
static int f537(int x)
{
    return f536(x + 1);
}
static int f538(int x)
{
    return f537(x + 1);
}
static int f539(int x)
{
    return f538(x + 1);
}
static int f540(int x)
{
    return f539(x + 1);
}
static int f541(int x)
{
    return f540(x + 1);
}
static int f542(int x)
{
    return f541(x + 1);
}
static int f543(int x)
{
    return f542(x + 1);
}
static int f544(int x)
{
    return f543(x + 1);
}
static int f545(int x)
{
    return f544(x + 1);
}
static int f546(int x)
{
    return f545(x + 1);
}
static int f547(int x)
{
    return f546(x + 1);
}
static int f548(int x)
{
    return f547(x + 1);
}
static int f549(int x)
{
    return f548(x + 1);
}
static int f550(int x)
{
    return f549(x + 1);
}
static int f551(int x)
{
    return f550(x + 1);
}
static int f552(int x)
{
    return f551(x + 1);
}
static int f553(int x)
{
    return f552(x + 1);
}
static int f554(int x)
{
    return f553(x + 1);
}
static int f555(int x)
{
    return f554(x + 1);
}
static int f556(int x)
{
    return f555(x + 1);
}
static int f557(int x)
{
    return f556(x + 1);
}
static int f558(int x)
{
    return f557(x + 1);
}
static int f559(int x)
{
    return f558(x + 1);
}
static int f560(int x)
{
    return f559(x + 1);
}
static int f561(int x)
{
    return f560(x + 1);
}
static int f562(int x)
{
    return f561(x + 1);
}
static int f563(int x)
{
    return f562(x + 1);
}
static int f564(int x)
{
    return f563(x + 1);
}
static int f565(int x)
{
    return f564(x + 1);
}
static int f566(int x)
{
    return f565(x + 1);
}
static int f567(int x)
{
    return f566(x + 1);
}
static int f568(int x)
{
    return f567(x + 1);
}
static int f569(int x)
{
    return f568(x + 1);
}
static int f570(int x)
{
    return f569(x + 1);
}
static int f571(int x)
{
    return f570(x + 1);
}
static int f572(int x)
{
    return f571(x + 1);
}
static int f573(int x)
{
    return f572(x + 1);
}
static int f574(int x)
{
    return f573(x + 1);
}
static int f575(int x)
{
    return f574(x + 1);
}
static int f576(int x)
{
    return f575(x + 1);
}
static int f577(int x)
{
    return f576(x + 1);
}
static int f578(int x)
{
    return f577(x + 1);
}
static int f579(int x)
{
    return f578(x + 1);
}
static int f580(int x)
{
    return f579(x + 1);
}
static int f581(int x)
{
    return f580(x + 1);
}
static int f582(int x)
{
    return f581(x + 1);
}
static int f583(int x)
{
    return f582(x + 1);
}
static int f584(int x)
{
    return f583(x + 1);
}
static int f585(int x)
{
    return f584(x + 1);
}
static int f586(int x)
{
    return f585(x + 1);
}
static int f587(int x)
{
    return f586(x + 1);
}
static int f588(int x)
{
    return f587(x + 1);
}
static int f589(int x)
{
    return f588(x + 1);
}
static int f590(int x)
{
    return f589(x + 1);
}
static int f591(int x)
{
    return f590(x + 1);
}
static int f592(int x)
{
    return f591(x + 1);
}
static int f593(int x)
{
    return f592(x + 1);
}
static int f594(int x)
{
    return f593(x + 1);
}
static int f595(int x)
{
    return f594(x + 1);
}
static int f596(int x)
{
    return f595(x + 1);
}
static int f597(int x)
{
    return f596(x + 1);
}
static int f598(int x)
{
    return f597(x + 1);
}
static int f599(int x)
{
    return f598(x + 1);
}
static int f600(int x)
{
    return f599(x + 1);
}
static int f601(int x)
{
    return f600(x + 1);
}
static int f602(int x)
{
    return f601(x + 1);
}
static int f603(int x)
{
    return f602(x + 1);
}
static int f604(int x)
{
    return f603(x + 1);
}
static int f605(int x)
{
    return f604(x + 1);
}
static int f606(int x)
{
    return f605(x + 1);
}
static int f607(int x)
{
    return f606(x + 1);
}
static int f608(int x)
{
    return f607(x + 1);
}
static int f609(int x)
{
    return f608(x + 1);
}
static int f610(int x)
{
    return f609(x + 1);
}
static int f611(int x)
{
    return f610(x + 1);
}
static int f612(int x)
{
    return f611(x + 1);
}
static int f613(int x)
{
    return f612(x + 1);
}
static int f614(int x)
{
    return f613(x + 1);
}
static int f615(int x)
{
    return f614(x + 1);
}
static int f616(int x)
{
    return f615(x + 1);
}
static int f617(int x)
{
    return f616(x + 1);
}
static int f618(int x)
{
    return f617(x + 1);
}
static int f619(int x)
{
    return f618(x + 1);
}
static int f620(int x)
{
    return f619(x + 1);
}
static int f621(int x)
{
    return f620(x + 1);
}
static int f622(int x)
{
    return f621(x + 1);
}
static int f623(int x)
{
    return f622(x + 1);
}
static int f624(int x)
{
    return f623(x + 1);
}
static int f625(int x)
{
    return f624(x + 1);
}
static int f626(int x)
{
    return f625(x + 1);
}
static int f627(int x)
{
    return f626(x + 1);
}
static int f628(int x)
{
    return f627(x + 1);
}
static int f629(int x)
{
    return f628(x + 1);
}
static int f630(int x)
{
    return f629(x + 1);
}
static int f631(int x)
{
    return f630(x + 1);
}
static int f632(int x)
{
    return f631(x + 1);
}
static int f633(int x)
{
    return f632(x + 1);
}
static int f634(int x)
{
    return f633(x + 1);
}
static int f635(int x)
{
    return f634(x + 1);
}
static int f636(int x)
{
    return f635(x + 1);
}
static int f637(int x)
{
    return f636(x + 1);
}
static int f638(int x)
{
    return f637(x + 1);
}
static int f639(int x)
{
    return f638(x + 1);
}
static int f640(int x)
{
    return f639(x + 1);
}
static int f641(int x)
{
    return f640(x + 1);
}
static int f642(int x)
{
    return f641(x + 1);
}
static int f643(int x)
{
    return f642(x + 1);
}
static int f644(int x)
{
    return f643(x + 1);
}
static int f645(int x)
{
    return f644(x + 1);
}
static int f646(int x)
{
    return f645(x + 1);
}
static int f647(int x)
{
    return f646(x + 1);
}
static int f648(int x)
{
    return f647(x + 1);
}
static int f649(int x)
{
    return f648(x + 1);
}
static int f650(int x)
{
    return f649(x + 1);
}
static int f651(int x)
{
    return f650(x + 1);
}
static int f652(int x)
{
    return f651(x + 1);
}
static int f653(int x)
{
    return f652(x + 1);
}
static int f654(int x)
{
    return f653(x + 1);
}
static int f655(int x)
{
    return f654(x + 1);
}
static int f656(int x)
{
    return f655(x + 1);
}
static int f657(int x)
{
    return f656(x + 1);
}
static int f658(int x)
{
    return f657(x + 1);
}
static int f659(int x)
{
    return f658(x + 1);
}
static int f660(int x)
{
    return f659(x + 1);
}
static int f661(int x)
{
    return f660(x + 1);
}
static int f662(int x)
{
    return f661(x + 1);
}
static int f663(int x)
{
    return f662(x + 1);
}
static int f664(int x)
{
    return f663(x + 1);
}
static int f665(int x)
{
    return f664(x + 1);
}
static int f666(int x)
{
    return f665(x + 1);
}
static int f667(int x)
{
    return f666(x + 1);
}
static int f668(int x)
{
    return f667(x + 1);
}
static int f669(int x)
{
    return f668(x + 1);
}
static int f670(int x)
{
    return f669(x + 1);
}
static int f671(int x)
{
    return f670(x + 1);
}
static int f672(int x)
{
    return f671(x + 1);
}
static int f673(int x)
{
    return f672(x + 1);
}
static int f674(int x)
{
    return f673(x + 1);
}
static int f675(int x)
{
    return f674(x + 1);
}
static int f676(int x)
{
    return f675(x + 1);
}
static int f677(int x)
{
    return f676(x + 1);
}
static int f678(int x)
{
    return f677(x + 1);
}
static int f679(int x)
{
    return f678(x + 1);
}
static int f680(int x)
{
    return f679(x + 1);
}
static int f681(int x)
{
    return f680(x + 1);
}
static int f682(int x)
{
    return f681(x + 1);
}
static int f683(int x)
{
    return f682(x + 1);
}
static int f684(int x)
{
    return f683(x + 1);
}
static int f685(int x)
{
    return f684(x + 1);
}
static int f686(int x)
{
    return f685(x + 1);
}
static int f687(int x)
{
    return f686(x + 1);
}
static int f688(int x)
{
    return f687(x + 1);
}
static int f689(int x)
{
    return f688(x + 1);
}
static int f690(int x)
{
    return f689(x + 1);
}
static int f691(int x)
{
    return f690(x + 1);
}
static int f692(int x)
{
    return f691(x + 1);
}
static int f693(int x)
{
    return f692(x + 1);
}
static int f694(int x)
{
    return f693(x + 1);
}
static int f695(int x)
{
    return f694(x + 1);
}
static int f696(int x)
{
    return f695(x + 1);
}
static int f697(int x)
{
    return f696(x + 1);
}
static int f698(int x)
{
    return f697(x + 1);
}
static int f699(int x)
{
    return f698(x + 1);
}
static int f700(int x)
{
    return f699(x + 1);
}
static int f701(int x)
{
    return f700(x + 1);
}
static int f702(int x)
{
    return f701(x + 1);
}
static int f703(int x)
{
    return f702(x + 1);
}
static int f704(int x)
{
    return f703(x + 1);
}
static int f705(int x)
{
    return f704(x + 1);
}
static int f706(int x)
{
    return f705(x + 1);
}
static int f707(int x)
{
    return f706(x + 1);
}
static int f708(int x)
{
    return f707(x + 1);
}
static int f709(int x)
{
    return f708(x + 1);
}
static int f710(int x)
{
    return f709(x + 1);
}
static int f711(int x)
{
    return f710(x + 1);
}
static int f712(int x)
{
    return f711(x + 1);
}
static int f713(int x)
{
    return f712(x + 1);
}
static int f714(int x)
{
    return f713(x + 1);
}
static int f715(int x)
{
    return f714(x + 1);
}
static int f716(int x)
{
    return f715(x + 1);
}
static int f717(int x)
{
    return f716(x + 1);
}
static int f718(int x)
{
    return f717(x + 1);
}
static int f719(int x)
{
    return f718(x + 1);
}
static int f720(int x)
{
    return f719(x + 1);
}
static int f721(int x)
{
    return f720(x + 1);
}
static int f722(int x)
{
    return f721(x + 1);
}
static int f723(int x)
{
    return f722(x + 1);
}
static int f724(int x)
{
    return f723(x + 1);
}
static int f725(int x)
{
    return f724(x + 1);
}
static int f726(int x)
{
    return f725(x + 1);
}
static int f727(int x)
{
    return f726(x + 1);
}
static int f728(int x)
{
    return f727(x + 1);
}
static int f729(int x)
{
    return f728(x + 1);
}
static int f730(int x)
{
    return f729(x + 1);
}
static int f731(int x)
{
    return f730(x + 1);
}
static int f732(int x)
{
    return f731(x + 1);
}
static int f733(int x)
{
    return f732(x + 1);
}
static int f734(int x)
{
    return f733(x + 1);
}
static int f735(int x)
{
    return f734(x + 1);
}
static int f736(int x)
{
    return f735(x + 1);
}
static int f737(int x)
{
    return f736(x + 1);
}
static int f738(int x)
{
    return f737(x + 1);
}
static int f739(int x)
{
    return f738(x + 1);
}
static int f740(int x)
{
    return f739(x + 1);
}
static int f741(int x)
{
    return f740(x + 1);
}
static int f742(int x)
{
    return f741(x + 1);
}
static int f743(int x)
{
    return f742(x + 1);
}
static int f744(int x)
{
    return f743(x + 1);
}
static int f745(int x)
{
    return f744(x + 1);
}
static int f746(int x)
{
    return f745(x + 1);
}
static int f747(int x)
{
    return f746(x + 1);
}
static int f748(int x)
{
    return f747(x + 1);
}
static int f749(int x)
{
    return f748(x + 1);
}
static int f750(int x)
{
    return f749(x + 1);
}
static int f751(int x)
{
    return f750(x + 1);
}
static int f752(int x)
{
    return f751(x + 1);
}
static int f753(int x)
{
    return f752(x + 1);
}
static int f754(int x)
{
    return f753(x + 1);
}
static int f755(int x)
{
    return f754(x + 1);
}
static int f756(int x)
{
    return f755(x + 1);
}
static int f757(int x)
{
    return f756(x + 1);
}
static int f758(int x)
{
    return f757(x + 1);
}
static int f759(int x)
{
    return f758(x + 1);
}
static int f760(int x)
{
    return f759(x + 1);
}
static int f761(int x)
{
    return f760(x + 1);
}
static int f762(int x)
{
    return f761(x + 1);
}
static int f763(int x)
{
    return f762(x + 1);
}
static int f764(int x)
{
    return f763(x + 1);
}
static int f765(int x)
{
    return f764(x + 1);
}
static int f766(int x)
{
    return f765(x + 1);
}
static int f767(int x)
{
    return f766(x + 1);
}
static int f768(int x)
{
    return f767(x + 1);
}
static int f769(int x)
{
    return f768(x + 1);
}
static int f770(int x)
{
    return f769(x + 1);
}
static int f771(int x)
{
    return f770(x + 1);
}
static int f772(int x)
{
    return f771(x + 1);
}
static int f773(int x)
{
    return f772(x + 1);
}
static int f774(int x)
{
    return f773(x + 1);
}
static int f775(int x)
{
    return f774(x + 1);
}
static int f776(int x)
{
    return f775(x + 1);
}
static int f777(int x)
{
    return f776(x + 1);
}
static int f778(int x)
{
    return f777(x + 1);
}
static int f779(int x)
{
    return f778(x + 1);
}
static int f780(int x)
{
    return f779(x + 1);
}
static int f781(int x)
{
    return f780(x + 1);
}
static int f782(int x)
{
    return f781(x + 1);
}
static int f783(int x)
{
    return f782(x + 1);
}
static int f784(int x)
{
    return f783(x + 1);
}
static int f785(int x)
{
    return f784(x + 1);
}
static int f786(int x)
{
    return f785(x + 1);
}
static int f787(int x)
{
    return f786(x + 1);
}
static int f788(int x)
{
    return f787(x + 1);
}
static int f789(int x)
{
    return f788(x + 1);
}
static int f790(int x)
{
    return f789(x + 1);
}
static int f791(int x)
{
    return f790(x + 1);
}
static int f792(int x)
{
    return f791(x + 1);
}
static int f793(int x)
{
    return f792(x + 1);
}
static int f794(int x)
{
    return f793(x + 1);
}
static int f795(int x)
{
    return f794(x + 1);
}
static int f796(int x)
{
    return f795(x + 1);
}
static int f797(int x)
{
    return f796(x + 1);
}
static int f798(int x)
{
    return f797(x + 1);
}
static int f799(int x)
{
    return f798(x + 1);
}
static int f800(int x)
{
    return f799(x + 1);
}
static int f801(int x)
{
    return f800(x + 1);
}
static int f802(int x)
{
    return f801(x + 1);
}
static int f803(int x)
{
    return f802(x + 1);
}
static int f804(int x)
{
    return f803(x + 1);
}
static int f805(int x)
{
    return f804(x + 1);
}
static int f806(int x)
{
    return f805(x + 1);
}
static int f807(int x)
{
    return f806(x + 1);
}
static int f808(int x)
{
    return f807(x + 1);
}
static int f809(int x)
{
    return f808(x + 1);
}
static int f810(int x)
{
    return f809(x + 1);
}
static int f811(int x)
{
    return f810(x + 1);
}
static int f812(int x)
{
    return f811(x + 1);
}
static int f813(int x)
{
    return f812(x + 1);
}
static int f814(int x)
{
    return f813(x + 1);
}
static int f815(int x)
{
    return f814(x + 1);
}
static int f816(int x)
{
    return f815(x + 1);
}
static int f817(int x)
{
    return f816(x + 1);
}
static int f818(int x)
{
    return f817(x + 1);
}
static int f819(int x)
{
    return f818(x + 1);
}
static int f820(int x)
{
    return f819(x + 1);
}
static int f821(int x)
{
    return f820(x + 1);
}
static int f822(int x)
{
    return f821(x + 1);
}
static int f823(int x)
{
    return f822(x + 1);
}
static int f824(int x)
{
    return f823(x + 1);
}
static int f825(int x)
{
    return f824(x + 1);
}
static int f826(int x)
{
    return f825(x + 1);
}
static int f827(int x)
{
    return f826(x + 1);
}
static int f828(int x)
{
    return f827(x + 1);
}
static int f829(int x)
{
    return f828(x + 1);
}
static int f830(int x)
{
    return f829(x + 1);
}
static int f831(int x)
{
    return f830(x + 1);
}
static int f832(int x)
{
    return f831(x + 1);
}
static int f833(int x)
{
    return f832(x + 1);
}
static int f834(int x)
{
    return f833(x + 1);
}
static int f835(int x)
{
    return f834(x + 1);
}
static int f836(int x)
{
    return f835(x + 1);
}
static int f837(int x)
{
    return f836(x + 1);
}
static int f838(int x)
{
    return f837(x + 1);
}
static int f839(int x)
{
    return f838(x + 1);
}
static int f840(int x)
{
    return f839(x + 1);
}
static int f841(int x)
{
    return f840(x + 1);
}
static int f842(int x)
{
    return f841(x + 1);
}
static int f843(int x)
{
    return f842(x + 1);
}
static int f844(int x)
{
    return f843(x + 1);
}
static int f845(int x)
{
    return f844(x + 1);
}
static int f846(int x)
{
    return f845(x + 1);
}
static int f847(int x)
{
    return f846(x + 1);
}
static int f848(int x)
{
    return f847(x + 1);
}
static int f849(int x)
{
    return f848(x + 1);
}
static int f850(int x)
{
    return f849(x + 1);
}
static int f851(int x)
{
    return f850(x + 1);
}
static int f852(int x)
{
    return f851(x + 1);
}
static int f853(int x)
{
    return f852(x + 1);
}
static int f854(int x)
{
    return f853(x + 1);
}
static int f855(int x)
{
    return f854(x + 1);
}
static int f856(int x)
{
    return f855(x + 1);
}
static int f857(int x)
{
    return f856(x + 1);
}
static int f858(int x)
{
    return f857(x + 1);
}
static int f859(int x)
{
    return f858(x + 1);
}
static int f860(int x)
{
    return f859(x + 1);
}
static int f861(int x)
{
    return f860(x + 1);
}
static int f862(int x)
{
    return f861(x + 1);
}
static int f863(int x)
{
    return f862(x + 1);
}
static int f864(int x)
{
    return f863(x + 1);
}
static int f865(int x)
{
    return f864(x + 1);
}
static int f866(int x)
{
    return f865(x + 1);
}
static int f867(int x)
{
    return f866(x + 1);
}
static int f868(int x)
{
    return f867(x + 1);
}
static int f869(int x)
{
    return f868(x + 1);
}
static int f870(int x)
{
    return f869(x + 1);
}
static int f871(int x)
{
    return f870(x + 1);
}
static int f872(int x)
{
    return f871(x + 1);
}
static int f873(int x)
{
    return f872(x + 1);
}
static int f874(int x)
{
    return f873(x + 1);
}
static int f875(int x)
{
    return f874(x + 1);
}
static int f876(int x)
{
    return f875(x + 1);
}
static int f877(int x)
{
    return f876(x + 1);
}
static int f878(int x)
{
    return f877(x + 1);
}
static int f879(int x)
{
    return f878(x + 1);
}
static int f880(int x)
{
    return f879(x + 1);
}
static int f881(int x)
{
    return f880(x + 1);
}
static int f882(int x)
{
    return f881(x + 1);
}
static int f883(int x)
{
    return f882(x + 1);
}
static int f884(int x)
{
    return f883(x + 1);
}
static int f885(int x)
{
    return f884(x + 1);
}
static int f886(int x)
{
    return f885(x + 1);
}
static int f887(int x)
{
    return f886(x + 1);
}
static int f888(int x)
{
    return f887(x + 1);
}
static int f889(int x)
{
    return f888(x + 1);
}
static int f890(int x)
{
    return f889(x + 1);
}
static int f891(int x)
{
    return f890(x + 1);
}
static int f892(int x)
{
    return f891(x + 1);
}
static int f893(int x)
{
    return f892(x + 1);
}
static int f894(int x)
{
    return f893(x + 1);
}
static int f895(int x)
{
    return f894(x + 1);
}
static int f896(int x)
{
    return f895(x + 1);
}
static int f897(int x)
{
    return f896(x + 1);
}
static int f898(int x)
{
    return f897(x + 1);
}
static int f899(int x)
{
    return f898(x + 1);
}
static int f900(int x)
{
    return f899(x + 1);
}
static int f901(int x)
{
    return f900(x + 1);
}
static int f902(int x)
{
    return f901(x + 1);
}
static int f903(int x)
{
    return f902(x + 1);
}
static int f904(int x)
{
    return f903(x + 1);
}
static int f905(int x)
{
    return f904(x + 1);
}
static int f906(int x)
{
    return f905(x + 1);
}
static int f907(int x)
{
    return f906(x + 1);
}
static int f908(int x)
{
    return f907(x + 1);
}
static int f909(int x)
{
    return f908(x + 1);
}
static int f910(int x)
{
    return f909(x + 1);
}
static int f911(int x)
{
    return f910(x + 1);
}
static int f912(int x)
{
    return f911(x + 1);
}
static int f913(int x)
{
    return f912(x + 1);
}
static int f914(int x)
{
    return f913(x + 1);
}
static int f915(int x)
{
    return f914(x + 1);
}
static int f916(int x)
{
    return f915(x + 1);
}
static int f917(int x)
{
    return f916(x + 1);
}
static int f918(int x)
{
    return f917(x + 1);
}
static int f919(int x)
{
    return f918(x + 1);
}
static int f920(int x)
{
    return f919(x + 1);
}
static int f921(int x)
{
    return f920(x + 1);
}
static int f922(int x)
{
    return f921(x + 1);
}
static int f923(int x)
{
    return f922(x + 1);
}
static int f924(int x)
{
    return f923(x + 1);
}
static int f925(int x)
{
    return f924(x + 1);
}
static int f926(int x)
{
    return f925(x + 1);
}
static int f927(int x)
{
    return f926(x + 1);
}
static int f928(int x)
{
    return f927(x + 1);
}
static int f929(int x)
{
    return f928(x + 1);
}
static int f930(int x)
{
    return f929(x + 1);
}
static int f931(int x)
{
    return f930(x + 1);
}
static int f932(int x)
{
    return f931(x + 1);
}
static int f933(int x)
{
    return f932(x + 1);
}
static int f934(int x)
{
    return f933(x + 1);
}
static int f935(int x)
{
    return f934(x + 1);
}
static int f936(int x)
{
    return f935(x + 1);
}
static int f937(int x)
{
    return f936(x + 1);
}
static int f938(int x)
{
    return f937(x + 1);
}
static int f939(int x)
{
    return f938(x + 1);
}
static int f940(int x)
{
    return f939(x + 1);
}
static int f941(int x)
{
    return f940(x + 1);
}
static int f942(int x)
{
    return f941(x + 1);
}
static int f943(int x)
{
    return f942(x + 1);
}
static int f944(int x)
{
    return f943(x + 1);
}
static int f945(int x)
{
    return f944(x + 1);
}
static int f946(int x)
{
    return f945(x + 1);
}
static int f947(int x)
{
    return f946(x + 1);
}
static int f948(int x)
{
    return f947(x + 1);
}
static int f949(int x)
{
    return f948(x + 1);
}
static int f950(int x)
{
    return f949(x + 1);
}
static int f951(int x)
{
    return f950(x + 1);
}
static int f952(int x)
{
    return f951(x + 1);
}
static int f953(int x)
{
    return f952(x + 1);
}
static int f954(int x)
{
    return f953(x + 1);
}
static int f955(int x)
{
    return f954(x + 1);
}
static int f956(int x)
{
    return f955(x + 1);
}
static int f957(int x)
{
    return f956(x + 1);
}
static int f958(int x)
{
    return f957(x + 1);
}
static int f959(int x)
{
    return f958(x + 1);
}
static int f960(int x)
{
    return f959(x + 1);
}
static int f961(int x)
{
    return f960(x + 1);
}
static int f962(int x)
{
    return f961(x + 1);
}
static int f963(int x)
{
    return f962(x + 1);
}
static int f964(int x)
{
    return f963(x + 1);
}
static int f965(int x)
{
    return f964(x + 1);
}
static int f966(int x)
{
    return f965(x + 1);
}
static int f967(int x)
{
    return f966(x + 1);
}
static int f968(int x)
{
    return f967(x + 1);
}
static int f969(int x)
{
    return f968(x + 1);
}
static int f970(int x)
{
    return f969(x + 1);
}
static int f971(int x)
{
    return f970(x + 1);
}
static int f972(int x)
{
    return f971(x + 1);
}
static int f973(int x)
{
    return f972(x + 1);
}
static int f974(int x)
{
    return f973(x + 1);
}
static int f975(int x)
{
    return f974(x + 1);
}
static int f976(int x)
{
    return f975(x + 1);
}
static int f977(int x)
{
    return f976(x + 1);
}
static int f978(int x)
{
    return f977(x + 1);
}
static int f979(int x)
{
    return f978(x + 1);
}
static int f980(int x)
{
    return f979(x + 1);
}
static int f981(int x)
{
    return f980(x + 1);
}
static int f982(int x)
{
    return f981(x + 1);
}
static int f983(int x)
{
    return f982(x + 1);
}
static int f984(int x)
{
    return f983(x + 1);
}
static int f985(int x)
{
    return f984(x + 1);
}
static int f986(int x)
{
    return f985(x + 1);
}
static int f987(int x)
{
    return f986(x + 1);
}
static int f988(int x)
{
    return f987(x + 1);
}
static int f989(int x)
{
    return f988(x + 1);
}
static int f990(int x)
{
    return f989(x + 1);
}
static int f991(int x)
{
    return f990(x + 1);
}
static int f992(int x)
{
    return f991(x + 1);
}
static int f993(int x)
{
    return f992(x + 1);
}
static int f994(int x)
{
    return f993(x + 1);
}
static int f995(int x)
{
    return f994(x + 1);
}
static int f996(int x)
{
    return f995(x + 1);
}
static int f997(int x)
{
    return f996(x + 1);
}
static int f998(int x)
{
    return f997(x + 1);
}
static int f999(int x)
{
    return f998(x + 1);
}
static int f1000(int x)
{
    return f999(x + 1);
}
static int f1001(int x)
{
    return f1000(x + 1);
}
static int f1002(int x)
{
    return f1001(x + 1);
}
static int f1003(int x)
{
    return f1002(x + 1);
}
static int f1004(int x)
{
    return f1003(x + 1);
}
static int f1005(int x)
{
    return f1004(x + 1);
}
static int f1006(int x)
{
    return f1005(x + 1);
}
static int f1007(int x)
{
    return f1006(x + 1);
}
static int f1008(int x)
{
    return f1007(x + 1);
}
static int f1009(int x)
{
    return f1008(x + 1);
}
static int f1010(int x)
{
    return f1009(x + 1);
}
static int f1011(int x)
{
    return f1010(x + 1);
}
static int f1012(int x)
{
    return f1011(x + 1);
}
static int f1013(int x)
{
    return f1012(x + 1);
}
static int f1014(int x)
{
    return f1013(x + 1);
}
static int f1015(int x)
{
    return f1014(x + 1);
}
static int f1016(int x)
{
    return f1015(x + 1);
}
static int f1017(int x)
{
    return f1016(x + 1);
}
static int f1018(int x)
{
    return f1017(x + 1);
}
static int f1019(int x)
{
    return f1018(x + 1);
}
static int f1020(int x)
{
    return f1019(x + 1);
}
static int f1021(int x)
{
    return f1020(x + 1);
}
static int f1022(int x)
{
    return f1021(x + 1);
}
static int f1023(int x)
{
    return f1022(x + 1);
}
static int f1024(int x)
{
    return f1023(x + 1);
}
static int f1025(int x)
{
    return f1024(x + 1);
}
static int f1026(int x)
{
    return f1025(x + 1);
}
static int f1027(int x)
{
    return f1026(x + 1);
}
static int f1028(int x)
{
    return f1027(x + 1);
}
static int f1029(int x)
{
    return f1028(x + 1);
}
static int f1030(int x)
{
    return f1029(x + 1);
}
static int f1031(int x)
{
    return f1030(x + 1);
}
static int f1032(int x)
{
    return f1031(x + 1);
}
static int f1033(int x)
{
    return f1032(x + 1);
}
static int f1034(int x)
{
    return f1033(x + 1);
}
static int f1035(int x)
{
    return f1034(x + 1);
}
static int f1036(int x)
{
    return f1035(x + 1);
}
static int f1037(int x)
{
    return f1036(x + 1);
}
static int f1038(int x)
{
    return f1037(x + 1);
}
static int f1039(int x)
{
    return f1038(x + 1);
}
static int f1040(int x)
{
    return f1039(x + 1);
}
static int f1041(int x)
{
    return f1040(x + 1);
}
static int f1042(int x)
{
    return f1041(x + 1);
}
static int f1043(int x)
{
    return f1042(x + 1);
}
static int f1044(int x)
{
    return f1043(x + 1);
}
static int f1045(int x)
{
    return f1044(x + 1);
}
static int f1046(int x)
{
    return f1045(x + 1);
}
static int f1047(int x)
{
    return f1046(x + 1);
}
static int f1048(int x)
{
    return f1047(x + 1);
}
static int f1049(int x)
{
    return f1048(x + 1);
}
static int f1050(int x)
{
    return f1049(x + 1);
}
static int f1051(int x)
{
    return f1050(x + 1);
}
static int f1052(int x)
{
    return f1051(x + 1);
}
static int f1053(int x)
{
    return f1052(x + 1);
}
static int f1054(int x)
{
    return f1053(x + 1);
}
static int f1055(int x)
{
    return f1054(x + 1);
}
static int f1056(int x)
{
    return f1055(x + 1);
}
static int f1057(int x)
{
    return f1056(x + 1);
}
static int f1058(int x)
{
    return f1057(x + 1);
}
static int f1059(int x)
{
    return f1058(x + 1);
}
static int f1060(int x)
{
    return f1059(x + 1);
}
static int f1061(int x)
{
    return f1060(x + 1);
}
static int f1062(int x)
{
    return f1061(x + 1);
}
static int f1063(int x)
{
    return f1062(x + 1);
}
static int f1064(int x)
{
    return f1063(x + 1);
}
static int f1065(int x)
{
    return f1064(x + 1);
}
static int f1066(int x)
{
    return f1065(x + 1);
}
static int f1067(int x)
{
    return f1066(x + 1);
}
static int f1068(int x)
{
    return f1067(x + 1);
}
static int f1069(int x)
{
    return f1068(x + 1);
}
static int f1070(int x)
{
    return f1069(x + 1);
}
static int f1071(int x)
{
    return f1070(x + 1);
}
static int f1072(int x)
{
    return f1071(x + 1);
}
static int f1073(int x)
{
    return f1072(x + 1);
}
static int f1074(int x)
{
    return f1073(x + 1);
}
static int f1075(int x)
{
    return f1074(x + 1);
}
static int f1076(int x)
{
    return f1075(x + 1);
}
static int f1077(int x)
{
    return f1076(x + 1);
}
static int f1078(int x)
{
    return f1077(x + 1);
}
static int f1079(int x)
{
    return f1078(x + 1);
}
static int f1080(int x)
{
    return f1079(x + 1);
}
static int f1081(int x)
{
    return f1080(x + 1);
}
static int f1082(int x)
{
    return f1081(x + 1);
}
static int f1083(int x)
{
    return f1082(x + 1);
}
static int f1084(int x)
{
    return f1083(x + 1);
}
static int f1085(int x)
{
    return f1084(x + 1);
}
static int f1086(int x)
{
    return f1085(x + 1);
}
static int f1087(int x)
{
    return f1086(x + 1);
}
static int f1088(int x)
{
    return f1087(x + 1);
}
static int f1089(int x)
{
    return f1088(x + 1);
}
static int f1090(int x)
{
    return f1089(x + 1);
}
static int f1091(int x)
{
    return f1090(x + 1);
}
static int f1092(int x)
{
    return f1091(x + 1);
}
static int f1093(int x)
{
    return f1092(x + 1);
}
static int f1094(int x)
{
    return f1093(x + 1);
}
static int f1095(int x)
{
    return f1094(x + 1);
}
static int f1096(int x)
{
    return f1095(x + 1);
}
static int f1097(int x)
{
    return f1096(x + 1);
}
static int f1098(int x)
{
    return f1097(x + 1);
}
static int f1099(int x)
{
    return f1098(x + 1);
}
static int f1100(int x)
{
    return f1099(x + 1);
}
static int f1101(int x)
{
    return f1100(x + 1);
}
static int f1102(int x)
{
    return f1101(x + 1);
}
static int f1103(int x)
{
    return f1102(x + 1);
}
static int f1104(int x)
{
    return f1103(x + 1);
}
static int f1105(int x)
{
    return f1104(x + 1);
}
static int f1106(int x)
{
    return f1105(x + 1);
}
static int f1107(int x)
{
    return f1106(x + 1);
}
static int f1108(int x)
{
    return f1107(x + 1);
}
static int f1109(int x)
{
    return f1108(x + 1);
}
static int f1110(int x)
{
    return f1109(x + 1);
}
static int f1111(int x)
{
    return f1110(x + 1);
}
static int f1112(int x)
{
    return f1111(x + 1);
}
static int f1113(int x)
{
    return f1112(x + 1);
}
static int f1114(int x)
{
    return f1113(x + 1);
}
static int f1115(int x)
{
    return f1114(x + 1);
}
static int f1116(int x)
{
    return f1115(x + 1);
}
static int f1117(int x)
{
    return f1116(x + 1);
}
static int f1118(int x)
{
    return f1117(x + 1);
}
static int f1119(int x)
{
    return f1118(x + 1);
}
static int f1120(int x)
{
    return f1119(x + 1);
}
static int f1121(int x)
{
    return f1120(x + 1);
}
static int f1122(int x)
{
    return f1121(x + 1);
}
static int f1123(int x)
{
    return f1122(x + 1);
}
static int f1124(int x)
{
    return f1123(x + 1);
}
static int f1125(int x)
{
    return f1124(x + 1);
}
static int f1126(int x)
{
    return f1125(x + 1);
}
static int f1127(int x)
{
    return f1126(x + 1);
}
static int f1128(int x)
{
    return f1127(x + 1);
}
static int f1129(int x)
{
    return f1128(x + 1);
}
static int f1130(int x)
{
    return f1129(x + 1);
}
static int f1131(int x)
{
    return f1130(x + 1);
}
static int f1132(int x)
{
    return f1131(x + 1);
}
static int f1133(int x)
{
    return f1132(x + 1);
}
static int f1134(int x)
{
    return f1133(x + 1);
}
static int f1135(int x)
{
    return f1134(x + 1);
}
static int f1136(int x)
{
    return f1135(x + 1);
}
static int f1137(int x)
{
    return f1136(x + 1);
}
static int f1138(int x)
{
    return f1137(x + 1);
}
static int f1139(int x)
{
    return f1138(x + 1);
}
static int f1140(int x)
{
    return f1139(x + 1);
}
static int f1141(int x)
{
    return f1140(x + 1);
}
static int f1142(int x)
{
    return f1141(x + 1);
}
static int f1143(int x)
{
    return f1142(x + 1);
}
static int f1144(int x)
{
    return f1143(x + 1);
}
static int f1145(int x)
{
    return f1144(x + 1);
}
static int f1146(int x)
{
    return f1145(x + 1);
}
static int f1147(int x)
{
    return f1146(x + 1);
}
static int f1148(int x)
{
    return f1147(x + 1);
}
static int f1149(int x)
{
    return f1148(x + 1);
}
static int f1150(int x)
{
    return f1149(x + 1);
}
static int f1151(int x)
{
    return f1150(x + 1);
}
static int f1152(int x)
{
    return f1151(x + 1);
}
static int f1153(int x)
{
    return f1152(x + 1);
}
static int f1154(int x)
{
    return f1153(x + 1);
}
static int f1155(int x)
{
    return f1154(x + 1);
}
static int f1156(int x)
{
    return f1155(x + 1);
}
static int f1157(int x)
{
    return f1156(x + 1);
}
static int f1158(int x)
{
    return f1157(x + 1);
}
static int f1159(int x)
{
    return f1158(x + 1);
}
static int f1160(int x)
{
    return f1159(x + 1);
}
static int f1161(int x)
{
    return f1160(x + 1);
}
static int f1162(int x)
{
    return f1161(x + 1);
}
static int f1163(int x)
{
    return f1162(x + 1);
}
static int f1164(int x)
{
    return f1163(x + 1);
}
static int f1165(int x)
{
    return f1164(x + 1);
}
static int f1166(int x)
{
    return f1165(x + 1);
}
static int f1167(int x)
{
    return f1166(x + 1);
}
static int f1168(int x)
{
    return f1167(x + 1);
}
static int f1169(int x)
{
    return f1168(x + 1);
}
static int f1170(int x)
{
    return f1169(x + 1);
}
static int f1171(int x)
{
    return f1170(x + 1);
}
static int f1172(int x)
{
    return f1171(x + 1);
}
static int f1173(int x)
{
    return f1172(x + 1);
}
static int f1174(int x)
{
    return f1173(x + 1);
}
static int f1175(int x)
{
    return f1174(x + 1);
}
static int f1176(int x)
{
    return f1175(x + 1);
}
static int f1177(int x)
{
    return f1176(x + 1);
}
static int f1178(int x)
{
    return f1177(x + 1);
}
static int f1179(int x)
{
    return f1178(x + 1);
}
static int f1180(int x)
{
    return f1179(x + 1);
}
static int f1181(int x)
{
    return f1180(x + 1);
}
static int f1182(int x)
{
    return f1181(x + 1);
}
static int f1183(int x)
{
    return f1182(x + 1);
}
static int f1184(int x)
{
    return f1183(x + 1);
}
static int f1185(int x)
{
    return f1184(x + 1);
}
static int f1186(int x)
{
    return f1185(x + 1);
}
static int f1187(int x)
{
    return f1186(x + 1);
}
static int f1188(int x)
{
    return f1187(x + 1);
}
static int f1189(int x)
{
    return f1188(x + 1);
}
static int f1190(int x)
{
    return f1189(x + 1);
}
static int f1191(int x)
{
    return f1190(x + 1);
}
static int f1192(int x)
{
    return f1191(x + 1);
}
static int f1193(int x)
{
    return f1192(x + 1);
}
static int f1194(int x)
{
    return f1193(x + 1);
}
static int f1195(int x)
{
    return f1194(x + 1);
}
static int f1196(int x)
{
    return f1195(x + 1);
}
static int f1197(int x)
{
    return f1196(x + 1);
}
static int f1198(int x)
{
    return f1197(x + 1);
}
static int f1199(int x)
{
    return f1198(x + 1);
}
static int f1200(int x)
{
    return f1199(x + 1);
}
static int f1201(int x)
{
    return f1200(x + 1);
}
static int f1202(int x)
{
    return f1201(x + 1);
}
static int f1203(int x)
{
    return f1202(x + 1);
}
static int f1204(int x)
{
    return f1203(x + 1);
}
static int f1205(int x)
{
    return f1204(x + 1);
}
static int f1206(int x)
{
    return f1205(x + 1);
}
static int f1207(int x)
{
    return f1206(x + 1);
}
static int f1208(int x)
{
    return f1207(x + 1);
}
static int f1209(int x)
{
    return f1208(x + 1);
}
static int f1210(int x)
{
    return f1209(x + 1);
}
static int f1211(int x)
{
    return f1210(x + 1);
}
static int f1212(int x)
{
    return f1211(x + 1);
}
static int f1213(int x)
{
    return f1212(x + 1);
}
static int f1214(int x)
{
    return f1213(x + 1);
}
static int f1215(int x)
{
    return f1214(x + 1);
}
static int f1216(int x)
{
    return f1215(x + 1);
}
static int f1217(int x)
{
    return f1216(x + 1);
}
static int f1218(int x)
{
    return f1217(x + 1);
}
static int f1219(int x)
{
    return f1218(x + 1);
}
static int f1220(int x)
{
    return f1219(x + 1);
}
static int f1221(int x)
{
    return f1220(x + 1);
}
static int f1222(int x)
{
    return f1221(x + 1);
}
static int f1223(int x)
{
    return f1222(x + 1);
}
static int f1224(int x)
{
    return f1223(x + 1);
}
static int f1225(int x)
{
    return f1224(x + 1);
}
static int f1226(int x)
{
    return f1225(x + 1);
}
static int f1227(int x)
{
    return f1226(x + 1);
}
static int f1228(int x)
{
    return f1227(x + 1);
}
static int f1229(int x)
{
    return f1228(x + 1);
}
static int f1230(int x)
{
    return f1229(x + 1);
}
static int f1231(int x)
{
    return f1230(x + 1);
}
static int f1232(int x)
{
    return f1231(x + 1);
}
static int f1233(int x)
{
    return f1232(x + 1);
}
static int f1234(int x)
{
    return f1233(x + 1);
}
static int f1235(int x)
{
    return f1234(x + 1);
}
static int f1236(int x)
{
    return f1235(x + 1);
}
static int f1237(int x)
{
    return f1236(x + 1);
}
static int f1238(int x)
{
    return f1237(x + 1);
}
static int f1239(int x)
{
    return f1238(x + 1);
}
static int f1240(int x)
{
    return f1239(x + 1);
}
static int f1241(int x)
{
    return f1240(x + 1);
}
static int f1242(int x)
{
    return f1241(x + 1);
}
static int f1243(int x)
{
    return f1242(x + 1);
}
static int f1244(int x)
{
    return f1243(x + 1);
}
static int f1245(int x)
{
    return f1244(x + 1);
}
static int f1246(int x)
{
    return f1245(x + 1);
}
static int f1247(int x)
{
    return f1246(x + 1);
}
static int f1248(int x)
{
    return f1247(x + 1);
}
static int f1249(int x)
{
    return f1248(x + 1);
}
static int f1250(int x)
{
    return f1249(x + 1);
}
static int f1251(int x)
{
    return f1250(x + 1);
}
static int f1252(int x)
{
    return f1251(x + 1);
}
static int f1253(int x)
{
    return f1252(x + 1);
}
static int f1254(int x)
{
    return f1253(x + 1);
}
static int f1255(int x)
{
    return f1254(x + 1);
}
static int f1256(int x)
{
    return f1255(x + 1);
}
static int f1257(int x)
{
    return f1256(x + 1);
}
static int f1258(int x)
{
    return f1257(x + 1);
}
static int f1259(int x)
{
    return f1258(x + 1);
}
static int f1260(int x)
{
    return f1259(x + 1);
}
static int f1261(int x)
{
    return f1260(x + 1);
}
static int f1262(int x)
{
    return f1261(x + 1);
}
static int f1263(int x)
{
    return f1262(x + 1);
}
static int f1264(int x)
{
    return f1263(x + 1);
}
static int f1265(int x)
{
    return f1264(x + 1);
}
static int f1266(int x)
{
    return f1265(x + 1);
}
static int f1267(int x)
{
    return f1266(x + 1);
}
static int f1268(int x)
{
    return f1267(x + 1);
}
static int f1269(int x)
{
    return f1268(x + 1);
}
static int f1270(int x)
{
    return f1269(x + 1);
}
static int f1271(int x)
{
    return f1270(x + 1);
}
static int f1272(int x)
{
    return f1271(x + 1);
}
static int f1273(int x)
{
    return f1272(x + 1);
}
static int f1274(int x)
{
    return f1273(x + 1);
}
static int f1275(int x)
{
    return f1274(x + 1);
}
static int f1276(int x)
{
    return f1275(x + 1);
}
static int f1277(int x)
{
    return f1276(x + 1);
}
static int f1278(int x)
{
    return f1277(x + 1);
}
static int f1279(int x)
{
    return f1278(x + 1);
}
static int f1280(int x)
{
    return f1279(x + 1);
}
static int f1281(int x)
{
    return f1280(x + 1);
}
static int f1282(int x)
{
    return f1281(x + 1);
}
static int f1283(int x)
{
    return f1282(x + 1);
}
static int f1284(int x)
{
    return f1283(x + 1);
}
static int f1285(int x)
{
    return f1284(x + 1);
}
static int f1286(int x)
{
    return f1285(x + 1);
}
static int f1287(int x)
{
    return f1286(x + 1);
}
static int f1288(int x)
{
    return f1287(x + 1);
}
static int f1289(int x)
{
    return f1288(x + 1);
}
static int f1290(int x)
{
    return f1289(x + 1);
}
static int f1291(int x)
{
    return f1290(x + 1);
}
static int f1292(int x)
{
    return f1291(x + 1);
}
static int f1293(int x)
{
    return f1292(x + 1);
}
static int f1294(int x)
{
    return f1293(x + 1);
}
static int f1295(int x)
{
    return f1294(x + 1);
}
static int f1296(int x)
{
    return f1295(x + 1);
}
static int f1297(int x)
{
    return f1296(x + 1);
}
static int f1298(int x)
{
    return f1297(x + 1);
}
static int f1299(int x)
{
    return f1298(x + 1);
}
static int f1300(int x)
{
    return f1299(x + 1);
}
static int f1301(int x)
{
    return f1300(x + 1);
}
static int f1302(int x)
{
    return f1301(x + 1);
}
static int f1303(int x)
{
    return f1302(x + 1);
}
static int f1304(int x)
{
    return f1303(x + 1);
}
static int f1305(int x)
{
    return f1304(x + 1);
}
static int f1306(int x)
{
    return f1305(x + 1);
}
static int f1307(int x)
{
    return f1306(x + 1);
}
static int f1308(int x)
{
    return f1307(x + 1);
}
static int f1309(int x)
{
    return f1308(x + 1);
}
static int f1310(int x)
{
    return f1309(x + 1);
}
static int f1311(int x)
{
    return f1310(x + 1);
}
static int f1312(int x)
{
    return f1311(x + 1);
}
static int f1313(int x)
{
    return f1312(x + 1);
}
static int f1314(int x)
{
    return f1313(x + 1);
}
static int f1315(int x)
{
    return f1314(x + 1);
}
static int f1316(int x)
{
    return f1315(x + 1);
}
static int f1317(int x)
{
    return f1316(x + 1);
}
static int f1318(int x)
{
    return f1317(x + 1);
}
static int f1319(int x)
{
    return f1318(x + 1);
}
static int f1320(int x)
{
    return f1319(x + 1);
}
static int f1321(int x)
{
    return f1320(x + 1);
}
static int f1322(int x)
{
    return f1321(x + 1);
}
static int f1323(int x)
{
    return f1322(x + 1);
}
static int f1324(int x)
{
    return f1323(x + 1);
}
static int f1325(int x)
{
    return f1324(x + 1);
}
static int f1326(int x)
{
    return f1325(x + 1);
}
static int f1327(int x)
{
    return f1326(x + 1);
}
static int f1328(int x)
{
    return f1327(x + 1);
}
static int f1329(int x)
{
    return f1328(x + 1);
}
static int f1330(int x)
{
    return f1329(x + 1);
}
static int f1331(int x)
{
    return f1330(x + 1);
}
static int f1332(int x)
{
    return f1331(x + 1);
}
static int f1333(int x)
{
    return f1332(x + 1);
}
static int f1334(int x)
{
    return f1333(x + 1);
}
static int f1335(int x)
{
    return f1334(x + 1);
}
static int f1336(int x)
{
    return f1335(x + 1);
}
static int f1337(int x)
{
    return f1336(x + 1);
}
static int f1338(int x)
{
    return f1337(x + 1);
}
static int f1339(int x)
{
    return f1338(x + 1);
}
static int f1340(int x)
{
    return f1339(x + 1);
}
static int f1341(int x)
{
    return f1340(x + 1);
}
static int f1342(int x)
{
    return f1341(x + 1);
}
static int f1343(int x)
{
    return f1342(x + 1);
}
static int f1344(int x)
{
    return f1343(x + 1);
}
static int f1345(int x)
{
    return f1344(x + 1);
}
static int f1346(int x)
{
    return f1345(x + 1);
}
static int f1347(int x)
{
    return f1346(x + 1);
}
static int f1348(int x)
{
    return f1347(x + 1);
}
static int f1349(int x)
{
    return f1348(x + 1);
}
static int f1350(int x)
{
    return f1349(x + 1);
}
static int f1351(int x)
{
    return f1350(x + 1);
}
static int f1352(int x)
{
    return f1351(x + 1);
}
static int f1353(int x)
{
    return f1352(x + 1);
}
static int f1354(int x)
{
    return f1353(x + 1);
}
static int f1355(int x)
{
    return f1354(x + 1);
}
static int f1356(int x)
{
    return f1355(x + 1);
}
static int f1357(int x)
{
    return f1356(x + 1);
}
static int f1358(int x)
{
    return f1357(x + 1);
}
static int f1359(int x)
{
    return f1358(x + 1);
}
static int f1360(int x)
{
    return f1359(x + 1);
}
static int f1361(int x)
{
    return f1360(x + 1);
}
static int f1362(int x)
{
    return f1361(x + 1);
}
static int f1363(int x)
{
    return f1362(x + 1);
}
static int f1364(int x)
{
    return f1363(x + 1);
}
static int f1365(int x)
{
    return f1364(x + 1);
}
static int f1366(int x)
{
    return f1365(x + 1);
}
static int f1367(int x)
{
    return f1366(x + 1);
}
static int f1368(int x)
{
    return f1367(x + 1);
}
static int f1369(int x)
{
    return f1368(x + 1);
}
static int f1370(int x)
{
    return f1369(x + 1);
}
static int f1371(int x)
{
    return f1370(x + 1);
}
static int f1372(int x)
{
    return f1371(x + 1);
}
static int f1373(int x)
{
    return f1372(x + 1);
}
static int f1374(int x)
{
    return f1373(x + 1);
}
static int f1375(int x)
{
    return f1374(x + 1);
}
static int f1376(int x)
{
    return f1375(x + 1);
}
static int f1377(int x)
{
    return f1376(x + 1);
}
static int f1378(int x)
{
    return f1377(x + 1);
}
static int f1379(int x)
{
    return f1378(x + 1);
}
static int f1380(int x)
{
    return f1379(x + 1);
}
static int f1381(int x)
{
    return f1380(x + 1);
}
static int f1382(int x)
{
    return f1381(x + 1);
}
static int f1383(int x)
{
    return f1382(x + 1);
}
static int f1384(int x)
{
    return f1383(x + 1);
}
static int f1385(int x)
{
    return f1384(x + 1);
}
static int f1386(int x)
{
    return f1385(x + 1);
}
static int f1387(int x)
{
    return f1386(x + 1);
}
static int f1388(int x)
{
    return f1387(x + 1);
}
static int f1389(int x)
{
    return f1388(x + 1);
}
static int f1390(int x)
{
    return f1389(x + 1);
}
static int f1391(int x)
{
    return f1390(x + 1);
}
static int f1392(int x)
{
    return f1391(x + 1);
}
static int f1393(int x)
{
    return f1392(x + 1);
}
static int f1394(int x)
{
    return f1393(x + 1);
}
static int f1395(int x)
{
    return f1394(x + 1);
}
static int f1396(int x)
{
    return f1395(x + 1);
}
static int f1397(int x)
{
    return f1396(x + 1);
}
static int f1398(int x)
{
    return f1397(x + 1);
}
static int f1399(int x)
{
    return f1398(x + 1);
}
static int f1400(int x)
{
    return f1399(x + 1);
}
static int f1401(int x)
{
    return f1400(x + 1);
}
static int f1402(int x)
{
    return f1401(x + 1);
}
static int f1403(int x)
{
    return f1402(x + 1);
}
static int f1404(int x)
{
    return f1403(x + 1);
}
static int f1405(int x)
{
    return f1404(x + 1);
}
static int f1406(int x)
{
    return f1405(x + 1);
}
static int f1407(int x)
{
    return f1406(x + 1);
}
static int f1408(int x)
{
    return f1407(x + 1);
}
static int f1409(int x)
{
    return f1408(x + 1);
}
static int f1410(int x)
{
    return f1409(x + 1);
}
static int f1411(int x)
{
    return f1410(x + 1);
}
static int f1412(int x)
{
    return f1411(x + 1);
}
static int f1413(int x)
{
    return f1412(x + 1);
}
static int f1414(int x)
{
    return f1413(x + 1);
}
static int f1415(int x)
{
    return f1414(x + 1);
}
static int f1416(int x)
{
    return f1415(x + 1);
}
static int f1417(int x)
{
    return f1416(x + 1);
}
static int f1418(int x)
{
    return f1417(x + 1);
}
static int f1419(int x)
{
    return f1418(x + 1);
}
static int f1420(int x)
{
    return f1419(x + 1);
}
static int f1421(int x)
{
    return f1420(x + 1);
}
static int f1422(int x)
{
    return f1421(x + 1);
}
static int f1423(int x)
{
    return f1422(x + 1);
}
static int f1424(int x)
{
    return f1423(x + 1);
}
static int f1425(int x)
{
    return f1424(x + 1);
}
static int f1426(int x)
{
    return f1425(x + 1);
}
static int f1427(int x)
{
    return f1426(x + 1);
}
static int f1428(int x)
{
    return f1427(x + 1);
}
static int f1429(int x)
{
    return f1428(x + 1);
}
static int f1430(int x)
{
    return f1429(x + 1);
}
static int f1431(int x)
{
    return f1430(x + 1);
}
static int f1432(int x)
{
    return f1431(x + 1);
}
static int f1433(int x)
{
    return f1432(x + 1);
}
static int f1434(int x)
{
    return f1433(x + 1);
}
static int f1435(int x)
{
    return f1434(x + 1);
}
static int f1436(int x)
{
    return f1435(x + 1);
}
static int f1437(int x)
{
    return f1436(x + 1);
}
static int f1438(int x)
{
    return f1437(x + 1);
}
static int f1439(int x)
{
    return f1438(x + 1);
}
static int f1440(int x)
{
    return f1439(x + 1);
}
static int f1441(int x)
{
    return f1440(x + 1);
}
static int f1442(int x)
{
    return f1441(x + 1);
}
static int f1443(int x)
{
    return f1442(x + 1);
}
static int f1444(int x)
{
    return f1443(x + 1);
}
static int f1445(int x)
{
    return f1444(x + 1);
}
static int f1446(int x)
{
    return f1445(x + 1);
}
static int f1447(int x)
{
    return f1446(x + 1);
}
static int f1448(int x)
{
    return f1447(x + 1);
}
static int f1449(int x)
{
    return f1448(x + 1);
}
static int f1450(int x)
{
    return f1449(x + 1);
}
static int f1451(int x)
{
    return f1450(x + 1);
}
static int f1452(int x)
{
    return f1451(x + 1);
}
static int f1453(int x)
{
    return f1452(x + 1);
}
static int f1454(int x)
{
    return f1453(x + 1);
}
static int f1455(int x)
{
    return f1454(x + 1);
}
static int f1456(int x)
{
    return f1455(x + 1);
}
static int f1457(int x)
{
    return f1456(x + 1);
}
static int f1458(int x)
{
    return f1457(x + 1);
}
static int f1459(int x)
{
    return f1458(x + 1);
}
static int f1460(int x)
{
    return f1459(x + 1);
}
static int f1461(int x)
{
    return f1460(x + 1);
}
static int f1462(int x)
{
    return f1461(x + 1);
}
static int f1463(int x)
{
    return f1462(x + 1);
}
static int f1464(int x)
{
    return f1463(x + 1);
}
static int f1465(int x)
{
    return f1464(x + 1);
}
static int f1466(int x)
{
    return f1465(x + 1);
}
static int f1467(int x)
{
    return f1466(x + 1);
}
static int f1468(int x)
{
    return f1467(x + 1);
}
static int f1469(int x)
{
    return f1468(x + 1);
}
static int f1470(int x)
{
    return f1469(x + 1);
}
static int f1471(int x)
{
    return f1470(x + 1);
}
static int f1472(int x)
{
    return f1471(x + 1);
}
static int f1473(int x)
{
    return f1472(x + 1);
}
static int f1474(int x)
{
    return f1473(x + 1);
}
static int f1475(int x)
{
    return f1474(x + 1);
}
static int f1476(int x)
{
    return f1475(x + 1);
}
static int f1477(int x)
{
    return f1476(x + 1);
}
static int f1478(int x)
{
    return f1477(x + 1);
}
static int f1479(int x)
{
    return f1478(x + 1);
}
static int f1480(int x)
{
    return f1479(x + 1);
}
static int f1481(int x)
{
    return f1480(x + 1);
}
static int f1482(int x)
{
    return f1481(x + 1);
}
static int f1483(int x)
{
    return f1482(x + 1);
}
static int f1484(int x)
{
    return f1483(x + 1);
}
static int f1485(int x)
{
    return f1484(x + 1);
}
static int f1486(int x)
{
    return f1485(x + 1);
}
static int f1487(int x)
{
    return f1486(x + 1);
}
static int f1488(int x)
{
    return f1487(x + 1);
}
static int f1489(int x)
{
    return f1488(x + 1);
}
static int f1490(int x)
{
    return f1489(x + 1);
}
static int f1491(int x)
{
    return f1490(x + 1);
}
static int f1492(int x)
{
    return f1491(x + 1);
}
static int f1493(int x)
{
    return f1492(x + 1);
}
static int f1494(int x)
{
    return f1493(x + 1);
}
static int f1495(int x)
{
    return f1494(x + 1);
}
static int f1496(int x)
{
    return f1495(x + 1);
}
static int f1497(int x)
{
    return f1496(x + 1);
}
static int f1498(int x)
{
    return f1497(x + 1);
}
static int f1499(int x)
{
    return f1498(x + 1);
}
static int f1500(int x)
{
    return f1499(x + 1);
}
static int f1501(int x)
{
    return f1500(x + 1);
}
static int f1502(int x)
{
    return f1501(x + 1);
}
static int f1503(int x)
{
    return f1502(x + 1);
}
static int f1504(int x)
{
    return f1503(x + 1);
}
static int f1505(int x)
{
    return f1504(x + 1);
}
static int f1506(int x)
{
    return f1505(x + 1);
}
static int f1507(int x)
{
    return f1506(x + 1);
}
static int f1508(int x)
{
    return f1507(x + 1);
}
static int f1509(int x)
{
    return f1508(x + 1);
}
static int f1510(int x)
{
    return f1509(x + 1);
}
static int f1511(int x)
{
    return f1510(x + 1);
}
static int f1512(int x)
{
    return f1511(x + 1);
}
static int f1513(int x)
{
    return f1512(x + 1);
}
static int f1514(int x)
{
    return f1513(x + 1);
}
static int f1515(int x)
{
    return f1514(x + 1);
}
static int f1516(int x)
{
    return f1515(x + 1);
}
static int f1517(int x)
{
    return f1516(x + 1);
}
static int f1518(int x)
{
    return f1517(x + 1);
}
static int f1519(int x)
{
    return f1518(x + 1);
}
static int f1520(int x)
{
    return f1519(x + 1);
}
static int f1521(int x)
{
    return f1520(x + 1);
}
static int f1522(int x)
{
    return f1521(x + 1);
}
static int f1523(int x)
{
    return f1522(x + 1);
}
static int f1524(int x)
{
    return f1523(x + 1);
}
static int f1525(int x)
{
    return f1524(x + 1);
}
static int f1526(int x)
{
    return f1525(x + 1);
}
static int f1527(int x)
{
    return f1526(x + 1);
}
static int f1528(int x)
{
    return f1527(x + 1);
}
static int f1529(int x)
{
    return f1528(x + 1);
}
static int f1530(int x)
{
    return f1529(x + 1);
}
static int f1531(int x)
{
    return f1530(x + 1);
}
static int f1532(int x)
{
    return f1531(x + 1);
}
static int f1533(int x)
{
    return f1532(x + 1);
}
static int f1534(int x)
{
    return f1533(x + 1);
}
static int f1535(int x)
{
    return f1534(x + 1);
}
static int f1536(int x)
{
    return f1535(x + 1);
}
static int f1537(int x)
{
    return f1536(x + 1);
}
static int f1538(int x)
{
    return f1537(x + 1);
}
static int f1539(int x)
{
    return f1538(x + 1);
}
static int f1540(int x)
{
    return f1539(x + 1);
}
static int f1541(int x)
{
    return f1540(x + 1);
}
static int f1542(int x)
{
    return f1541(x + 1);
}
static int f1543(int x)
{
    return f1542(x + 1);
}
static int f1544(int x)
{
    return f1543(x + 1);
}
static int f1545(int x)
{
    return f1544(x + 1);
}
static int f1546(int x)
{
    return f1545(x + 1);
}
static int f1547(int x)
{
    return f1546(x + 1);
}
static int f1548(int x)
{
    return f1547(x + 1);
}
static int f1549(int x)
{
    return f1548(x + 1);
}
static int f1550(int x)
{
    return f1549(x + 1);
}
static int f1551(int x)
{
    return f1550(x + 1);
}
static int f1552(int x)
{
    return f1551(x + 1);
}
static int f1553(int x)
{
    return f1552(x + 1);
}
static int f1554(int x)
{
    return f1553(x + 1);
}
static int f1555(int x)
{
    return f1554(x + 1);
}
static int f1556(int x)
{
    return f1555(x + 1);
}
static int f1557(int x)
{
    return f1556(x + 1);
}
static int f1558(int x)
{
    return f1557(x + 1);
}
static int f1559(int x)
{
    return f1558(x + 1);
}
static int f1560(int x)
{
    return f1559(x + 1);
}
static int f1561(int x)
{
    return f1560(x + 1);
}
static int f1562(int x)
{
    return f1561(x + 1);
}
static int f1563(int x)
{
    return f1562(x + 1);
}
static int f1564(int x)
{
    return f1563(x + 1);
}
static int f1565(int x)
{
    return f1564(x + 1);
}
static int f1566(int x)
{
    return f1565(x + 1);
}
static int f1567(int x)
{
    return f1566(x + 1);
}
static int f1568(int x)
{
    return f1567(x + 1);
}
static int f1569(int x)
{
    return f1568(x + 1);
}
static int f1570(int x)
{
    return f1569(x + 1);
}
static int f1571(int x)
{
    return f1570(x + 1);
}
static int f1572(int x)
{
    return f1571(x + 1);
}
static int f1573(int x)
{
    return f1572(x + 1);
}
static int f1574(int x)
{
    return f1573(x + 1);
}
static int f1575(int x)
{
    return f1574(x + 1);
}
static int f1576(int x)
{
    return f1575(x + 1);
}
static int f1577(int x)
{
    return f1576(x + 1);
}
static int f1578(int x)
{
    return f1577(x + 1);
}
static int f1579(int x)
{
    return f1578(x + 1);
}
static int f1580(int x)
{
    return f1579(x + 1);
}
static int f1581(int x)
{
    return f1580(x + 1);
}
static int f1582(int x)
{
    return f1581(x + 1);
}
static int f1583(int x)
{
    return f1582(x + 1);
}
static int f1584(int x)
{
    return f1583(x + 1);
}
static int f1585(int x)
{
    return f1584(x + 1);
}
static int f1586(int x)
{
    return f1585(x + 1);
}
static int f1587(int x)
{
    return f1586(x + 1);
}
static int f1588(int x)
{
    return f1587(x + 1);
}
static int f1589(int x)
{
    return f1588(x + 1);
}
static int f1590(int x)
{
    return f1589(x + 1);
}
static int f1591(int x)
{
    return f1590(x + 1);
}
static int f1592(int x)
{
    return f1591(x + 1);
}
static int f1593(int x)
{
    return f1592(x + 1);
}
static int f1594(int x)
{
    return f1593(x + 1);
}
static int f1595(int x)
{
    return f1594(x + 1);
}
static int f1596(int x)
{
    return f1595(x + 1);
}
static int f1597(int x)
{
    return f1596(x + 1);
}
static int f1598(int x)
{
    return f1597(x + 1);
}
static int f1599(int x)
{
    return f1598(x + 1);
}
static int f1600(int x)
{
    return f1599(x + 1);
}
static int f1601(int x)
{
    return f1600(x + 1);
}
static int f1602(int x)
{
    return f1601(x + 1);
}
static int f1603(int x)
{
    return f1602(x + 1);
}
static int f1604(int x)
{
    return f1603(x + 1);
}
static int f1605(int x)
{
    return f1604(x + 1);
}
static int f1606(int x)
{
    return f1605(x + 1);
}
static int f1607(int x)
{
    return f1606(x + 1);
}
static int f1608(int x)
{
    return f1607(x + 1);
}
static int f1609(int x)
{
    return f1608(x + 1);
}
static int f1610(int x)
{
    return f1609(x + 1);
}
static int f1611(int x)
{
    return f1610(x + 1);
}
static int f1612(int x)
{
    return f1611(x + 1);
}
static int f1613(int x)
{
    return f1612(x + 1);
}
static int f1614(int x)
{
    return f1613(x + 1);
}
static int f1615(int x)
{
    return f1614(x + 1);
}
static int f1616(int x)
{
    return f1615(x + 1);
}
static int f1617(int x)
{
    return f1616(x + 1);
}
static int f1618(int x)
{
    return f1617(x + 1);
}
static int f1619(int x)
{
    return f1618(x + 1);
}
static int f1620(int x)
{
    return f1619(x + 1);
}
static int f1621(int x)
{
    return f1620(x + 1);
}
static int f1622(int x)
{
    return f1621(x + 1);
}
static int f1623(int x)
{
    return f1622(x + 1);
}
static int f1624(int x)
{
    return f1623(x + 1);
}
static int f1625(int x)
{
    return f1624(x + 1);
}
static int f1626(int x)
{
    return f1625(x + 1);
}
static int f1627(int x)
{
    return f1626(x + 1);
}
static int f1628(int x)
{
    return f1627(x + 1);
}
static int f1629(int x)
{
    return f1628(x + 1);
}
static int f1630(int x)
{
    return f1629(x + 1);
}
static int f1631(int x)
{
    return f1630(x + 1);
}
static int f1632(int x)
{
    return f1631(x + 1);
}
static int f1633(int x)
{
    return f1632(x + 1);
}
static int f1634(int x)
{
    return f1633(x + 1);
}
static int f1635(int x)
{
    return f1634(x + 1);
}
static int f1636(int x)
{
    return f1635(x + 1);
}
static int f1637(int x)
{
    return f1636(x + 1);
}
static int f1638(int x)
{
    return f1637(x + 1);
}
static int f1639(int x)
{
    return f1638(x + 1);
}
static int f1640(int x)
{
    return f1639(x + 1);
}
static int f1641(int x)
{
    return f1640(x + 1);
}
static int f1642(int x)
{
    return f1641(x + 1);
}
static int f1643(int x)
{
    return f1642(x + 1);
}
static int f1644(int x)
{
    return f1643(x + 1);
}
static int f1645(int x)
{
    return f1644(x + 1);
}
static int f1646(int x)
{
    return f1645(x + 1);
}
static int f1647(int x)
{
    return f1646(x + 1);
}
static int f1648(int x)
{
    return f1647(x + 1);
}
static int f1649(int x)
{
    return f1648(x + 1);
}
static int f1650(int x)
{
    return f1649(x + 1);
}
static int f1651(int x)
{
    return f1650(x + 1);
}
static int f1652(int x)
{
    return f1651(x + 1);
}
static int f1653(int x)
{
    return f1652(x + 1);
}
static int f1654(int x)
{
    return f1653(x + 1);
}
static int f1655(int x)
{
    return f1654(x + 1);
}
static int f1656(int x)
{
    return f1655(x + 1);
}
static int f1657(int x)
{
    return f1656(x + 1);
}
static int f1658(int x)
{
    return f1657(x + 1);
}
static int f1659(int x)
{
    return f1658(x + 1);
}
static int f1660(int x)
{
    return f1659(x + 1);
}
static int f1661(int x)
{
    return f1660(x + 1);
}
static int f1662(int x)
{
    return f1661(x + 1);
}
static int f1663(int x)
{
    return f1662(x + 1);
}
static int f1664(int x)
{
    return f1663(x + 1);
}
static int f1665(int x)
{
    return f1664(x + 1);
}
static int f1666(int x)
{
    return f1665(x + 1);
}
static int f1667(int x)
{
    return f1666(x + 1);
}
static int f1668(int x)
{
    return f1667(x + 1);
}
static int f1669(int x)
{
    return f1668(x + 1);
}
static int f1670(int x)
{
    return f1669(x + 1);
}
static int f1671(int x)
{
    return f1670(x + 1);
}
static int f1672(int x)
{
    return f1671(x + 1);
}
static int f1673(int x)
{
    return f1672(x + 1);
}
static int f1674(int x)
{
    return f1673(x + 1);
}
static int f1675(int x)
{
    return f1674(x + 1);
}
static int f1676(int x)
{
    return f1675(x + 1);
}
static int f1677(int x)
{
    return f1676(x + 1);
}
static int f1678(int x)
{
    return f1677(x + 1);
}
static int f1679(int x)
{
    return f1678(x + 1);
}
static int f1680(int x)
{
    return f1679(x + 1);
}
static int f1681(int x)
{
    return f1680(x + 1);
}
static int f1682(int x)
{
    return f1681(x + 1);
}
static int f1683(int x)
{
    return f1682(x + 1);
}
static int f1684(int x)
{
    return f1683(x + 1);
}
static int f1685(int x)
{
    return f1684(x + 1);
}
static int f1686(int x)
{
    return f1685(x + 1);
}
static int f1687(int x)
{
    return f1686(x + 1);
}
static int f1688(int x)
{
    return f1687(x + 1);
}
static int f1689(int x)
{
    return f1688(x + 1);
}
static int f1690(int x)
{
    return f1689(x + 1);
}
static int f1691(int x)
{
    return f1690(x + 1);
}
static int f1692(int x)
{
    return f1691(x + 1);
}
static int f1693(int x)
{
    return f1692(x + 1);
}
static int f1694(int x)
{
    return f1693(x + 1);
}
static int f1695(int x)
{
    return f1694(x + 1);
}
static int f1696(int x)
{
    return f1695(x + 1);
}
static int f1697(int x)
{
    return f1696(x + 1);
}
static int f1698(int x)
{
    return f1697(x + 1);
}
static int f1699(int x)
{
    return f1698(x + 1);
}
static int f1700(int x)
{
    return f1699(x + 1);
}
static int f1701(int x)
{
    return f1700(x + 1);
}
static int f1702(int x)
{
    return f1701(x + 1);
}
static int f1703(int x)
{
    return f1702(x + 1);
}
static int f1704(int x)
{
    return f1703(x + 1);
}
static int f1705(int x)
{
    return f1704(x + 1);
}
static int f1706(int x)
{
    return f1705(x + 1);
}
static int f1707(int x)
{
    return f1706(x + 1);
}
static int f1708(int x)
{
    return f1707(x + 1);
}
static int f1709(int x)
{
    return f1708(x + 1);
}
static int f1710(int x)
{
    return f1709(x + 1);
}
static int f1711(int x)
{
    return f1710(x + 1);
}
static int f1712(int x)
{
    return f1711(x + 1);
}
static int f1713(int x)
{
    return f1712(x + 1);
}
static int f1714(int x)
{
    return f1713(x + 1);
}
static int f1715(int x)
{
    return f1714(x + 1);
}
static int f1716(int x)
{
    return f1715(x + 1);
}
static int f1717(int x)
{
    return f1716(x + 1);
}
static int f1718(int x)
{
    return f1717(x + 1);
}
static int f1719(int x)
{
    return f1718(x + 1);
}
static int f1720(int x)
{
    return f1719(x + 1);
}
static int f1721(int x)
{
    return f1720(x + 1);
}
static int f1722(int x)
{
    return f1721(x + 1);
}
static int f1723(int x)
{
    return f1722(x + 1);
}
static int f1724(int x)
{
    return f1723(x + 1);
}
static int f1725(int x)
{
    return f1724(x + 1);
}
static int f1726(int x)
{
    return f1725(x + 1);
}
static int f1727(int x)
{
    return f1726(x + 1);
}
static int f1728(int x)
{
    return f1727(x + 1);
}
static int f1729(int x)
{
    return f1728(x + 1);
}
static int f1730(int x)
{
    return f1729(x + 1);
}
static int f1731(int x)
{
    return f1730(x + 1);
}
static int f1732(int x)
{
    return f1731(x + 1);
}
static int f1733(int x)
{
    return f1732(x + 1);
}
static int f1734(int x)
{
    return f1733(x + 1);
}
static int f1735(int x)
{
    return f1734(x + 1);
}
static int f1736(int x)
{
    return f1735(x + 1);
}
static int f1737(int x)
{
    return f1736(x + 1);
}
static int f1738(int x)
{
    return f1737(x + 1);
}
static int f1739(int x)
{
    return f1738(x + 1);
}
static int f1740(int x)
{
    return f1739(x + 1);
}
static int f1741(int x)
{
    return f1740(x + 1);
}
static int f1742(int x)
{
    return f1741(x + 1);
}
static int f1743(int x)
{
    return f1742(x + 1);
}
static int f1744(int x)
{
    return f1743(x + 1);
}
static int f1745(int x)
{
    return f1744(x + 1);
}
static int f1746(int x)
{
    return f1745(x + 1);
}
static int f1747(int x)
{
    return f1746(x + 1);
}
static int f1748(int x)
{
    return f1747(x + 1);
}
static int f1749(int x)
{
    return f1748(x + 1);
}
static int f1750(int x)
{
    return f1749(x + 1);
}
static int f1751(int x)
{
    return f1750(x + 1);
}
static int f1752(int x)
{
    return f1751(x + 1);
}
static int f1753(int x)
{
    return f1752(x + 1);
}
static int f1754(int x)
{
    return f1753(x + 1);
}
static int f1755(int x)
{
    return f1754(x + 1);
}
static int f1756(int x)
{
    return f1755(x + 1);
}
static int f1757(int x)
{
    return f1756(x + 1);
}
static int f1758(int x)
{
    return f1757(x + 1);
}
static int f1759(int x)
{
    return f1758(x + 1);
}
static int f1760(int x)
{
    return f1759(x + 1);
}
static int f1761(int x)
{
    return f1760(x + 1);
}
static int f1762(int x)
{
    return f1761(x + 1);
}
static int f1763(int x)
{
    return f1762(x + 1);
}
static int f1764(int x)
{
    return f1763(x + 1);
}
static int f1765(int x)
{
    return f1764(x + 1);
}
static int f1766(int x)
{
    return f1765(x + 1);
}
static int f1767(int x)
{
    return f1766(x + 1);
}
static int f1768(int x)
{
    return f1767(x + 1);
}
static int f1769(int x)
{
    return f1768(x + 1);
}
static int f1770(int x)
{
    return f1769(x + 1);
}
static int f1771(int x)
{
    return f1770(x + 1);
}
static int f1772(int x)
{
    return f1771(x + 1);
}
static int f1773(int x)
{
    return f1772(x + 1);
}
static int f1774(int x)
{
    return f1773(x + 1);
}
static int f1775(int x)
{
    return f1774(x + 1);
}
static int f1776(int x)
{
    return f1775(x + 1);
}
static int f1777(int x)
{
    return f1776(x + 1);
}
static int f1778(int x)
{
    return f1777(x + 1);
}
static int f1779(int x)
{
    return f1778(x + 1);
}
static int f1780(int x)
{
    return f1779(x + 1);
}
static int f1781(int x)
{
    return f1780(x + 1);
}
static int f1782(int x)
{
    return f1781(x + 1);
}
static int f1783(int x)
{
    return f1782(x + 1);
}
static int f1784(int x)
{
    return f1783(x + 1);
}
static int f1785(int x)
{
    return f1784(x + 1);
}
static int f1786(int x)
{
    return f1785(x + 1);
}
static int f1787(int x)
{
    return f1786(x + 1);
}
static int f1788(int x)
{
    return f1787(x + 1);
}
static int f1789(int x)
{
    return f1788(x + 1);
}
static int f1790(int x)
{
    return f1789(x + 1);
}
static int f1791(int x)
{
    return f1790(x + 1);
}
static int f1792(int x)
{
    return f1791(x + 1);
}
static int f1793(int x)
{
    return f1792(x + 1);
}
static int f1794(int x)
{
    return f1793(x + 1);
}
static int f1795(int x)
{
    return f1794(x + 1);
}
static int f1796(int x)
{
    return f1795(x + 1);
}
static int f1797(int x)
{
    return f1796(x + 1);
}
static int f1798(int x)
{
    return f1797(x + 1);
}
static int f1799(int x)
{
    return f1798(x + 1);
}
static int f1800(int x)
{
    return f1799(x + 1);
}
static int f1801(int x)
{
    return f1800(x + 1);
}
static int f1802(int x)
{
    return f1801(x + 1);
}
static int f1803(int x)
{
    return f1802(x + 1);
}
static int f1804(int x)
{
    return f1803(x + 1);
}
static int f1805(int x)
{
    return f1804(x + 1);
}
static int f1806(int x)
{
    return f1805(x + 1);
}
static int f1807(int x)
{
    return f1806(x + 1);
}
static int f1808(int x)
{
    return f1807(x + 1);
}
static int f1809(int x)
{
    return f1808(x + 1);
}
static int f1810(int x)
{
    return f1809(x + 1);
}
static int f1811(int x)
{
    return f1810(x + 1);
}
static int f1812(int x)
{
    return f1811(x + 1);
}
static int f1813(int x)
{
    return f1812(x + 1);
}
static int f1814(int x)
{
    return f1813(x + 1);
}
static int f1815(int x)
{
    return f1814(x + 1);
}
static int f1816(int x)
{
    return f1815(x + 1);
}
static int f1817(int x)
{
    return f1816(x + 1);
}
static int f1818(int x)
{
    return f1817(x + 1);
}
static int f1819(int x)
{
    return f1818(x + 1);
}
static int f1820(int x)
{
    return f1819(x + 1);
}
static int f1821(int x)
{
    return f1820(x + 1);
}
static int f1822(int x)
{
    return f1821(x + 1);
}
static int f1823(int x)
{
    return f1822(x + 1);
}
static int f1824(int x)
{
    return f1823(x + 1);
}
static int f1825(int x)
{
    return f1824(x + 1);
}
static int f1826(int x)
{
    return f1825(x + 1);
}
static int f1827(int x)
{
    return f1826(x + 1);
}
static int f1828(int x)
{
    return f1827(x + 1);
}
static int f1829(int x)
{
    return f1828(x + 1);
}
static int f1830(int x)
{
    return f1829(x + 1);
}
static int f1831(int x)
{
    return f1830(x + 1);
}
static int f1832(int x)
{
    return f1831(x + 1);
}
static int f1833(int x)
{
    return f1832(x + 1);
}
static int f1834(int x)
{
    return f1833(x + 1);
}
static int f1835(int x)
{
    return f1834(x + 1);
}
static int f1836(int x)
{
    return f1835(x + 1);
}
static int f1837(int x)
{
    return f1836(x + 1);
}
static int f1838(int x)
{
    return f1837(x + 1);
}
static int f1839(int x)
{
    return f1838(x + 1);
}
static int f1840(int x)
{
    return f1839(x + 1);
}
static int f1841(int x)
{
    return f1840(x + 1);
}
static int f1842(int x)
{
    return f1841(x + 1);
}
static int f1843(int x)
{
    return f1842(x + 1);
}
static int f1844(int x)
{
    return f1843(x + 1);
}
static int f1845(int x)
{
    return f1844(x + 1);
}
static int f1846(int x)
{
    return f1845(x + 1);
}
static int f1847(int x)
{
    return f1846(x + 1);
}
static int f1848(int x)
{
    return f1847(x + 1);
}
static int f1849(int x)
{
    return f1848(x + 1);
}
static int f1850(int x)
{
    return f1849(x + 1);
}
static int f1851(int x)
{
    return f1850(x + 1);
}
static int f1852(int x)
{
    return f1851(x + 1);
}
static int f1853(int x)
{
    return f1852(x + 1);
}
static int f1854(int x)
{
    return f1853(x + 1);
}
static int f1855(int x)
{
    return f1854(x + 1);
}
static int f1856(int x)
{
    return f1855(x + 1);
}
static int f1857(int x)
{
    return f1856(x + 1);
}
static int f1858(int x)
{
    return f1857(x + 1);
}
static int f1859(int x)
{
    return f1858(x + 1);
}
static int f1860(int x)
{
    return f1859(x + 1);
}
static int f1861(int x)
{
    return f1860(x + 1);
}
static int f1862(int x)
{
    return f1861(x + 1);
}
static int f1863(int x)
{
    return f1862(x + 1);
}
static int f1864(int x)
{
    return f1863(x + 1);
}
static int f1865(int x)
{
    return f1864(x + 1);
}
static int f1866(int x)
{
    return f1865(x + 1);
}
static int f1867(int x)
{
    return f1866(x + 1);
}
static int f1868(int x)
{
    return f1867(x + 1);
}
static int f1869(int x)
{
    return f1868(x + 1);
}
static int f1870(int x)
{
    return f1869(x + 1);
}
static int f1871(int x)
{
    return f1870(x + 1);
}
static int f1872(int x)
{
    return f1871(x + 1);
}
static int f1873(int x)
{
    return f1872(x + 1);
}
static int f1874(int x)
{
    return f1873(x + 1);
}
static int f1875(int x)
{
    return f1874(x + 1);
}
static int f1876(int x)
{
    return f1875(x + 1);
}
static int f1877(int x)
{
    return f1876(x + 1);
}
static int f1878(int x)
{
    return f1877(x + 1);
}
static int f1879(int x)
{
    return f1878(x + 1);
}
static int f1880(int x)
{
    return f1879(x + 1);
}
static int f1881(int x)
{
    return f1880(x + 1);
}
static int f1882(int x)
{
    return f1881(x + 1);
}
static int f1883(int x)
{
    return f1882(x + 1);
}
static int f1884(int x)
{
    return f1883(x + 1);
}
static int f1885(int x)
{
    return f1884(x + 1);
}
static int f1886(int x)
{
    return f1885(x + 1);
}
static int f1887(int x)
{
    return f1886(x + 1);
}
static int f1888(int x)
{
    return f1887(x + 1);
}
static int f1889(int x)
{
    return f1888(x + 1);
}
static int f1890(int x)
{
    return f1889(x + 1);
}
static int f1891(int x)
{
    return f1890(x + 1);
}
static int f1892(int x)
{
    return f1891(x + 1);
}
static int f1893(int x)
{
    return f1892(x + 1);
}
static int f1894(int x)
{
    return f1893(x + 1);
}
static int f1895(int x)
{
    return f1894(x + 1);
}
static int f1896(int x)
{
    return f1895(x + 1);
}
static int f1897(int x)
{
    return f1896(x + 1);
}
static int f1898(int x)
{
    return f1897(x + 1);
}
static int f1899(int x)
{
    return f1898(x + 1);
}
static int f1900(int x)
{
    return f1899(x + 1);
}
static int f1901(int x)
{
    return f1900(x + 1);
}
static int f1902(int x)
{
    return f1901(x + 1);
}
static int f1903(int x)
{
    return f1902(x + 1);
}
static int f1904(int x)
{
    return f1903(x + 1);
}
static int f1905(int x)
{
    return f1904(x + 1);
}
static int f1906(int x)
{
    return f1905(x + 1);
}
static int f1907(int x)
{
    return f1906(x + 1);
}
static int f1908(int x)
{
    return f1907(x + 1);
}
static int f1909(int x)
{
    return f1908(x + 1);
}
static int f1910(int x)
{
    return f1909(x + 1);
}
static int f1911(int x)
{
    return f1910(x + 1);
}
static int f1912(int x)
{
    return f1911(x + 1);
}
static int f1913(int x)
{
    return f1912(x + 1);
}
static int f1914(int x)
{
    return f1913(x + 1);
}
static int f1915(int x)
{
    return f1914(x + 1);
}
static int f1916(int x)
{
    return f1915(x + 1);
}
static int f1917(int x)
{
    return f1916(x + 1);
}
static int f1918(int x)
{
    return f1917(x + 1);
}
static int f1919(int x)
{
    return f1918(x + 1);
}
static int f1920(int x)
{
    return f1919(x + 1);
}
static int f1921(int x)
{
    return f1920(x + 1);
}
static int f1922(int x)
{
    return f1921(x + 1);
}
static int f1923(int x)
{
    return f1922(x + 1);
}
static int f1924(int x)
{
    return f1923(x + 1);
}
static int f1925(int x)
{
    return f1924(x + 1);
}
static int f1926(int x)
{
    return f1925(x + 1);
}
static int f1927(int x)
{
    return f1926(x + 1);
}
static int f1928(int x)
{
    return f1927(x + 1);
}
static int f1929(int x)
{
    return f1928(x + 1);
}
static int f1930(int x)
{
    return f1929(x + 1);
}
static int f1931(int x)
{
    return f1930(x + 1);
}
static int f1932(int x)
{
    return f1931(x + 1);
}
static int f1933(int x)
{
    return f1932(x + 1);
}
static int f1934(int x)
{
    return f1933(x + 1);
}
static int f1935(int x)
{
    return f1934(x + 1);
}
static int f1936(int x)
{
    return f1935(x + 1);
}
static int f1937(int x)
{
    return f1936(x + 1);
}
static int f1938(int x)
{
    return f1937(x + 1);
}
static int f1939(int x)
{
    return f1938(x + 1);
}
static int f1940(int x)
{
    return f1939(x + 1);
}
static int f1941(int x)
{
    return f1940(x + 1);
}
static int f1942(int x)
{
    return f1941(x + 1);
}
static int f1943(int x)
{
    return f1942(x + 1);
}
static int f1944(int x)
{
    return f1943(x + 1);
}
static int f1945(int x)
{
    return f1944(x + 1);
}
static int f1946(int x)
{
    return f1945(x + 1);
}
static int f1947(int x)
{
    return f1946(x + 1);
}
static int f1948(int x)
{
    return f1947(x + 1);
}
static int f1949(int x)
{
    return f1948(x + 1);
}
static int f1950(int x)
{
    return f1949(x + 1);
}
static int f1951(int x)
{
    return f1950(x + 1);
}
static int f1952(int x)
{
    return f1951(x + 1);
}
static int f1953(int x)
{
    return f1952(x + 1);
}
static int f1954(int x)
{
    return f1953(x + 1);
}
static int f1955(int x)
{
    return f1954(x + 1);
}
static int f1956(int x)
{
    return f1955(x + 1);
}
static int f1957(int x)
{
    return f1956(x + 1);
}
static int f1958(int x)
{
    return f1957(x + 1);
}
static int f1959(int x)
{
    return f1958(x + 1);
}
static int f1960(int x)
{
    return f1959(x + 1);
}
static int f1961(int x)
{
    return f1960(x + 1);
}
static int f1962(int x)
{
    return f1961(x + 1);
}
static int f1963(int x)
{
    return f1962(x + 1);
}
static int f1964(int x)
{
    return f1963(x + 1);
}
static int f1965(int x)
{
    return f1964(x + 1);
}
static int f1966(int x)
{
    return f1965(x + 1);
}
static int f1967(int x)
{
    return f1966(x + 1);
}
static int f1968(int x)
{
    return f1967(x + 1);
}
static int f1969(int x)
{
    return f1968(x + 1);
}
static int f1970(int x)
{
    return f1969(x + 1);
}
static int f1971(int x)
{
    return f1970(x + 1);
}
static int f1972(int x)
{
    return f1971(x + 1);
}
static int f1973(int x)
{
    return f1972(x + 1);
}
static int f1974(int x)
{
    return f1973(x + 1);
}
static int f1975(int x)
{
    return f1974(x + 1);
}
static int f1976(int x)
{
    return f1975(x + 1);
}
static int f1977(int x)
{
    return f1976(x + 1);
}
static int f1978(int x)
{
    return f1977(x + 1);
}
static int f1979(int x)
{
    return f1978(x + 1);
}
static int f1980(int x)
{
    return f1979(x + 1);
}
static int f1981(int x)
{
    return f1980(x + 1);
}
static int f1982(int x)
{
    return f1981(x + 1);
}
static int f1983(int x)
{
    return f1982(x + 1);
}
static int f1984(int x)
{
    return f1983(x + 1);
}
static int f1985(int x)
{
    return f1984(x + 1);
}
static int f1986(int x)
{
    return f1985(x + 1);
}
static int f1987(int x)
{
    return f1986(x + 1);
}
static int f1988(int x)
{
    return f1987(x + 1);
}
static int f1989(int x)
{
    return f1988(x + 1);
}
static int f1990(int x)
{
    return f1989(x + 1);
}
static int f1991(int x)
{
    return f1990(x + 1);
}
static int f1992(int x)
{
    return f1991(x + 1);
}
static int f1993(int x)
{
    return f1992(x + 1);
}
static int f1994(int x)
{
    return f1993(x + 1);
}
static int f1995(int x)
{
    return f1994(x + 1);
}
static int f1996(int x)
{
    return f1995(x + 1);
}
static int f1997(int x)
{
    return f1996(x + 1);
}
static int f1998(int x)
{
    return f1997(x + 1);
}
static int f1999(int x)
{
    return f1998(x + 1);
}
int value(int x)
{
    return f1999(x);
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
