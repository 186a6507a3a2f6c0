struct s0 {
struct s1 {
struct s2 {
struct s3 {
struct s4 {
struct s5 {
struct s6 {
struct s7 {
struct s8 {
struct s9 {
struct s10 {
struct s11 {
struct s12 {
struct s13 {
struct s14 {
struct s15 {
struct s16 {
struct s17 {
struct s18 {
struct s19 {
struct s20 {
struct s21 {
struct s22 {
struct s23 {
struct s24 {
struct s25 {
struct s26 {
struct s27 {
struct s28 {
struct s29 {
struct s30 {
struct s31 {
struct s32 {
struct s33 {
struct s34 {
struct s35 {
struct s36 {
struct s37 {
struct s38 {
struct s39 {
struct s40 {
struct s41 {
struct s42 {
struct s43 {
struct s44 {
struct s45 {
struct s46 {
struct s47 {
struct s48 {
struct s49 {
struct s50 {
struct s51 {
struct s52 {
struct s53 {
struct s54 {
struct s55 {
struct s56 {
struct s57 {
struct s58 {
struct s59 {
struct s60 {
struct s61 {
struct s62 {
struct s63 {
struct s64 {
struct s65 {
struct s66 {
struct s67 {
struct s68 {
struct s69 {
struct s70 {
struct s71 {
struct s72 {
struct s73 {
struct s74 {
struct s75 {
struct s76 {
struct s77 {
struct s78 {
struct s79 {
struct s80 {
struct s81 {
struct s82 {
struct s83 {
struct s84 {
struct s85 {
struct s86 {
struct s87 {
struct s88 {
struct s89 {
struct s90 {
struct s91 {
struct s92 {
struct s93 {
struct s94 {
struct s95 {
struct s96 {
struct s97 {
struct s98 {
struct s99 {
struct s100 {
struct s101 {
struct s102 {
struct s103 {
struct s104 {
struct s105 {
struct s106 {
struct s107 {
struct s108 {
struct s109 {
struct s110 {
struct s111 {
struct s112 {
struct s113 {
struct s114 {
struct s115 {
struct s116 {
struct s117 {
struct s118 {
struct s119 {
struct s120 {
struct s121 {
struct s122 {
struct s123 {
struct s124 {
struct s125 {
struct s126 {
struct s127 {
struct s128 {
struct s129 {
struct s130 {
struct s131 {
struct s132 {
struct s133 {
struct s134 {
struct s135 {
struct s136 {
struct s137 {
struct s138 {
struct s139 {
struct s140 {
struct s141 {
struct s142 {
struct s143 {
struct s144 {
struct s145 {
struct s146 {
struct s147 {
struct s148 {
struct s149 {
struct s150 {
struct s151 {
struct s152 {
struct s153 {
struct s154 {
struct s155 {
struct s156 {
struct s157 {
struct s158 {
struct s159 {
struct s160 {
struct s161 {
struct s162 {
struct s163 {
struct s164 {
struct s165 {
struct s166 {
struct s167 {
struct s168 {
struct s169 {
struct s170 {
struct s171 {
struct s172 {
struct s173 {
struct s174 {
struct s175 {
struct s176 {
struct s177 {
struct s178 {
struct s179 {
struct s180 {
struct s181 {
struct s182 {
struct s183 {
struct s184 {
struct s185 {
struct s186 {
struct s187 {
struct s188 {
struct s189 {
struct s190 {
struct s191 {
struct s192 {
struct s193 {
struct s194 {
struct s195 {
struct s196 {
struct s197 {
struct s198 {
struct s199 {
int x;
} m199;
} m198;
} m197;
} m196;
} m195;
} m194;
} m193;
} m192;
} m191;
} m190;
} m189;
} m188;
} m187;
} m186;
} m185;
} m184;
} m183;
} m182;
} m181;
} m180;
} m179;
} m178;
} m177;
} m176;
} m175;
} m174;
} m173;
} m172;
} m171;
} m170;
} m169;
} m168;
} m167;
} m166;
} m165;
} m164;
} m163;
} m162;
} m161;
} m160;
} m159;
} m158;
} m157;
} m156;
} m155;
} m154;
} m153;
} m152;
} m151;
} m150;
} m149;
} m148;
} m147;
} m146;
} m145;
} m144;
} m143;
} m142;
} m141;
} m140;
} m139;
} m138;
} m137;
} m136;
} m135;
} m134;
} m133;
} m132;
} m131;
} m130;
} m129;
} m128;
} m127;
} m126;
} m125;
} m124;
} m123;
} m122;
} m121;
} m120;
} m119;
} m118;
} m117;
} m116;
} m115;
} m114;
} m113;
} m112;
} m111;
} m110;
} m109;
} m108;
} m107;
} m106;
} m105;
} m104;
} m103;
} m102;
} m101;
} m100;
} m99;
} m98;
} m97;
} m96;
} m95;
} m94;
} m93;
} m92;
} m91;
} m90;
} m89;
} m88;
} m87;
} m86;
} m85;
} m84;
} m83;
} m82;
} m81;
} m80;
} m79;
} m78;
} m77;
} m76;
} m75;
} m74;
} m73;
} m72;
} m71;
} m70;
} m69;
} m68;
} m67;
} m66;
} m65;
} m64;
} m63;
} m62;
} m61;
} m60;
} m59;
} m58;
} m57;
} m56;
} m55;
} m54;
} m53;
} m52;
} m51;
} m50;
} m49;
} m48;
} m47;
} m46;
} m45;
} m44;
} m43;
} m42;
} m41;
} m40;
} m39;
} m38;
} m37;
} m36;
} m35;
} m34;
} m33;
} m32;
} m31;
} m30;
} m29;
} m28;
} m27;
} m26;
} m25;
} m24;
} m23;
} m22;
} m21;
} m20;
} m19;
} m18;
} m17;
} m16;
} m15;
} m14;
} m13;
} m12;
} m11;
} m10;
} m9;
} m8;
} m7;
} m6;
} m5;
} m4;
} m3;
} m2;
} m1;
};

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
